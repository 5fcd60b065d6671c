/// Why a text is not a file name of some kind.
protocol FilenameFault: Error {
    /// Says what is wrong with a file name, and how one of its kind looks.
    init(_ text: String, _ reason: String)
}

extension WheelFilename.Invalid: FilenameFault {}

extension SourceDistributionFilename.Invalid: FilenameFault {}

extension FilenameFault {
    /// Reads a part of a file name; where it cannot be read, its own fault is the reason.
    static func reading<Part, Fault: Error & CustomStringConvertible>(
        _ written: String, of text: String, by read: (String) throws(Fault) -> Part
    ) throws(Self) -> Part {
        do throws(Fault) {
            return try read(written)
        } catch {
            throw Self(text, error.description)
        }
    }
}

import Foundation

/// What a command says.
enum Terminal {
    /// Writes a line to standard output, at once; where that cannot be written, the program ends
    /// as one that could not do its work.
    static func say(_ text: String) {
        do {
            try FileHandle.standardOutput.write(contentsOf: Data((text + "\n").utf8))
        } catch {
            complain("cheeseboard: standard output cannot be written: \(error)")
            exit(2)
        }
    }

    /// Writes a line to standard error, at once.
    ///
    /// A line that cannot be written, on a full disk for instance, is lost: what the program does
    /// matters more.
    static func complain(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data((text + "\n").utf8))
    }

    /// Whether a person is looking at standard error.
    static var isInteractive: Bool { isatty(FileHandle.standardError.fileDescriptor) == 1 }
}

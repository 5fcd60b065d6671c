/// Rules for the paths in `License-File` (PEP 639).
enum LicenseFilePath {
    /// Why a text is no path to a licence file; nil if it is one.
    ///
    /// Such a path is relative, goes down only and is written alike on every system.
    static func fault(in path: String) -> String? {
        let bytes = path.utf8
        if path.contains("..") {
            return "'..' may not stand in the path \(Quoted(path))"
        } else if bytes.contains(UInt8(ascii: "*")) {
            return "the path \(Quoted(path)) must name one file, without '*'"
        } else if bytes.contains(UInt8(ascii: "\\")) {
            return "the path \(Quoted(path)) must use '/' to separate folders"
        } else if bytes.first == UInt8(ascii: "/")
            || afterDrive(path)?.utf8.first == UInt8(ascii: "/")
        {
            return "the path \(Quoted(path)) must be relative"
        } else if !isPlain(path) {
            return "the path \(Quoted(path)) must be written without empty parts and '.'"
        }
        return nil
    }

    /// What follows the drive in a path that begins as `C:` does.
    private static func afterDrive(_ path: String) -> Substring? {
        guard path.utf8.dropFirst().first == UInt8(ascii: ":") else { return nil }
        return Substring(path.utf8.dropFirst(2))
    }

    private static func isPlain(_ path: String) -> Bool {
        let rest = afterDrive(path)
        if path == "." || rest?.isEmpty == true { return true }
        return (rest ?? path[...]).pieces(separatedBy: "/").allSatisfy { !$0.isEmpty && $0 != "." }
    }
}

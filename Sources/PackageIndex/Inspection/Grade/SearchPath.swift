/// A folder in which a file's loader looks for libraries (ELF's RPATH and RUNPATH, Mach-O's LC_RPATH),
/// or the path of one library there.
struct SearchPath {
    /// Where an entry leads.
    enum Place {
        /// Below the folder that the wheel is installed into.
        case inside
        /// Elsewhere, to a place that only the system's owner writes to.
        case outside
        /// To a place that others may write to, or that depends on where a program is started.
        case writable
    }

    let place: Place
    /// The entry, for messages.
    let shown: String

    /// An entry of a file, whose path starts from the top of its wheel if it is in one.
    init(_ entry: String, of file: NativeFileReport) {
        shown = entry.isEmpty ? "the working folder (an empty entry)" : entry
        if let rest = Self.afterOrigin(entry, of: file) {
            place =
                !file.isInWheel || Self.staysInside(rest, from: file.path) ? .inside : .outside
        } else if file.format == "macho", entry.hasPrefix(Self.programFolder) {
            // The program that loads a module or a library is Python, wherever that is.
            place = .outside
        } else {
            place = entry.hasPrefix("/") ? Self.place(ofAbsolute: entry) : .writable
        }
    }

    private static let programFolder = "@executable_path"

    /// What follows on the words for the folder that the file itself is in; loaders take them for
    /// nothing else where they do not end there.
    private static func afterOrigin(_ entry: String, of file: NativeFileReport) -> Substring? {
        let origins: [String] =
            if file.format == "macho" {
                ["@loader_path"] + (file.role == .executable ? [programFolder] : [])
            } else {
                ["$ORIGIN", "${ORIGIN}"]
            }
        let rest = origins.first(where: entry.hasPrefix).map { entry.dropFirst($0.count) }
        guard let rest, rest.isEmpty || rest.hasPrefix("/") else { return nil }
        return rest
    }

    private static let writable = [
        "/tmp", "/var/tmp", "/private/tmp", "/private/var/tmp", "/dev/shm", "/home", "/Users",
        "/root", "/build", "/io", "/project",
    ]

    private static func place(ofAbsolute entry: String) -> Place {
        leads(entry, below: writable) ? .writable : .outside
    }

    /// Whether an absolute path leads to one of some folders or below it, with its steps taken:
    /// `/opt/../tmp` is `/tmp`.
    static func leads(_ path: String, below folders: [String]) -> Bool {
        guard path.hasPrefix("/") else { return false }
        var steps: [Substring] = []
        for step in path.split(separator: "/") where step != "." {
            if step == ".." {
                _ = steps.popLast()
            } else {
                steps.append(step)
            }
        }
        let plain = "/" + steps.joined(separator: "/")
        return folders.contains { plain == $0 || plain.hasPrefix($0 + "/") }
    }

    /// Whether the steps from the file's folder stay below the top of the wheel.
    ///
    /// Scripts and data are installed elsewhere, beside the folder of the modules: a way out of
    /// theirs tells nothing. Nor does one of a file that is in no wheel, however its path is written.
    private static func staysInside(_ steps: Substring, from path: String) -> Bool {
        let folders = path.split(separator: "/").dropLast()
        guard !(folders.first?.hasSuffix(".data") ?? false) else { return true }
        var depth = folders.count
        for step in steps.split(separator: "/") {
            switch step {
            case ".": continue
            case "..": depth -= 1
            default: depth += 1
            }
            if depth < 0 { return false }
        }
        return true
    }
}

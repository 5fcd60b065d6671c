/// One entry of an ELF file's RPATH or RUNPATH, or the path of a library that a Mach-O file needs: where
/// its loader looks for libraries.
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

    /// An entry of a file at a path, which starts from the top of its wheel if it is in one.
    init(_ entry: String, ofFileAt path: String, isInWheel: Bool) {
        shown = entry.isEmpty ? "the working folder (an empty entry)" : entry
        guard let rest = Self.afterOrigin(entry) else {
            place = entry.hasPrefix("/") ? Self.place(ofAbsolute: entry) : .writable
            return
        }
        place = !isInWheel || Self.staysInside(rest, from: path) ? .inside : .outside
    }

    private static func afterOrigin(_ entry: String) -> Substring? {
        for origin in ["$ORIGIN", "${ORIGIN}", "@loader_path"] where entry.hasPrefix(origin) {
            return entry.dropFirst(origin.count)
        }
        return nil
    }

    private static let writable = [
        "/tmp", "/var/tmp", "/dev/shm", "/home", "/Users", "/root", "/build", "/io", "/project",
    ]

    private static func place(ofAbsolute entry: String) -> Place {
        writable.contains { entry == $0 || entry.hasPrefix($0 + "/") } ? .writable : .outside
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

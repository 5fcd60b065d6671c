/// Holds the Pythons that extension modules name in their file names against those of the tags.
///
/// CPython imports only files that end in one of its own suffixes (`.cpython-312-x86_64-linux-gnu.so`,
/// `.cp312-win_amd64.pyd`, `.abi3.so`, `.so`, `.pyd`; PEP 3149): a module for another release is dead
/// weight, and where it is the only one, the tag promises what is not there.
struct ModulePythons {
    /// Modules for other Pythons beside ones for the right Python.
    private(set) var notes: [String] = []
    /// Modules for other Pythons alone.
    private(set) var objections: [String] = []

    /// Compares; tags that name no exact Python promise none.
    init(_ paths: [String], tags: [(python: String, abi: String)]) {
        let exact = Set(tags.map(\.abi).map(Self.plain))
        guard !exact.isEmpty, exact.allSatisfy(Self.isExact) else { return }
        let modules = Dictionary(grouping: paths, by: Self.module)
        for (_, files) in modules.sorted(by: { $0.key < $1.key }) {
            let others = files.filter { path in
                Self.python(of: path).map { !exact.contains(Self.plain($0)) } ?? false
            }.sorted()
            guard let first = others.first, let python = Self.python(of: first) else { continue }
            let claimed = exact.sorted().joined(separator: ", ")
            let more = others.count > 1 ? " and \(others.count - 1) more" : ""
            let what = Shown.short(first, limit: 120) + more + " is for \(python)"
            if others.count == files.count {
                objections.append(
                    "\(claimed) does not hold: \(what), and no other file is that module")
            } else {
                notes.append("\(what), which no tag names: it is never imported")
            }
        }
    }

    /// An ABI tag without the letter for pymalloc, which files on Windows never had: `cp37` of `cp37m`.
    private static func plain(_ abi: String) -> String {
        abi.hasSuffix("m") ? String(abi.dropLast()) : abi
    }

    /// Whether an ABI tag is that of one CPython release: `cp312`, `cp313t`, `cp27mu`.
    private static func isExact(_ abi: String) -> Bool {
        abi.hasPrefix("cp") && abi.dropFirst(2).first?.isNumber ?? false
    }

    /// The path without what a suffix adds: the module, however many files there are for it.
    private static func module(_ path: String) -> String {
        let name = path.split(separator: "/").last ?? ""
        guard let dot = name.firstIndex(of: ".") else { return path }
        return String(path.dropLast(name.distance(from: dot, to: name.endIndex)))
    }

    /// The ABI tag that a file's name stands for; nil where it names no CPython release.
    private static func python(of path: String) -> String? {
        let name = path.split(separator: "/").last ?? ""
        for step in name.split(separator: ".").dropFirst().dropLast() {
            let words = step.split(separator: "-")
            guard let first = words.first else { continue }
            // .cpython-312-x86_64-linux-gnu.so, .cpython-37m-darwin.so
            if first == "cpython", words.count > 1 { return "cp\(words[1])" }
            // .cp312-win_amd64.pyd
            if words.count > 1, isExact(String(first)), words[1].hasPrefix("win") {
                return String(first)
            }
        }
        return nil
    }
}

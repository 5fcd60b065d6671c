import NativeInspection

/// Which Windows platform tags hold for the PE files of a wheel, and which Pythons they are for.
struct WindowsLabel {
    private let files: [LabelledFile]
    private let machine: String?

    /// Takes the files in; nil where there are none.
    ///
    /// The modules tell which machine a wheel is for, without any its libraries, then its programs:
    /// debuggers bring libraries for other processes along, and installers programs for every machine.
    init?(_ files: [LabelledFile], claimed: [String]) {
        guard !files.isEmpty else { return nil }
        let modules = files.filter { $0.role == .extension }
        let decisive = files.filter(\.isDecisive)
        self.files = !modules.isEmpty ? modules : !decisive.isEmpty ? decisive : files
        let machines = Set(self.files.flatMap(\.slices).map(\.machine.name))
        machine =
            claimed.first(where: machines.contains) ?? (machines.count == 1 ? machines.first : nil)
    }

    /// The tag that holds, and why there is none.
    func computed() -> (tag: String?, why: String?) {
        guard let machine else { return (nil, "the PE files are for several machines") }
        return (machine, nil)
    }

    /// Why a claimed platform does not hold; nil where it does.
    func objection(to platform: String) -> String? {
        let isModule = files.contains { $0.role == .extension }
        let foreign = files.first { $0.slices.contains { $0.machine.name != platform } }
        // Where only libraries tell, one for the right machine is enough.
        guard let foreign, isModule || machine != platform else { return nil }
        let other = foreign.slices.map(\.machine.name).first { $0 != platform } ?? ""
        return "\(platform) does not hold: \(foreign.path) is for \(other)"
    }

    /// Modules that are linked to another Python than the tags name, each once.
    ///
    /// Of the tags only their Python and ABI parts are asked. `python312.dll` is in no other release:
    /// the stable ABI is that of `python3.dll`.
    func objections(toPythons tags: [(python: String, abi: String)]) -> [String] {
        var expected: Set<String> = ["python3.dll", "python3t.dll"]
        for tag in tags {
            guard let release = PythonRelease(tag: tag.python) else { return [] }
            guard !tag.abi.hasPrefix("abi3") else { continue }
            let suffix = tag.abi.hasPrefix("cp") && tag.abi.hasSuffix("t") ? "t" : ""
            expected.insert("python\(release.major)\(release.minor)\(suffix).dll")
        }
        return files.filter { $0.role == .extension }.compactMap { file in
            let foreign = file.slices.lazy.flatMap(\.needed).first { library in
                let name = library.lowercased()
                return name.hasPrefix("python3") && name.hasSuffix(".dll")
                    && !expected.contains(name)
            }
            return foreign.map {
                "\(file.path) is linked to \($0), which is not the Python of the tags"
            }
        }
    }
}

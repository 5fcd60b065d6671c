/// What a Linux or Android platform tag lets a binary ask of the system (PEP 600, 656, 738).
struct PlatformPolicy: Sendable {
    /// The name without the machine, as in `manylinux_2_17`.
    let name: String
    /// Older names for the same, as in `manylinux2014`.
    let aliases: [String]
    /// The machines that the policy knows.
    let machines: Set<String>
    /// The libraries that the system has.
    let libraries: Set<String>
    /// The symbol versions that its libraries offer, by machine and prefix.
    let versions: [String: [String: Set<String>]]
    /// Symbols that a library of the system may have but that nobody may use, by library.
    let forbidden: [String: Set<String>]

    /// glibc's policies, the strictest first.
    static let manylinux = parse(PlatformPolicyTable.manylinux)
    /// musl's policies, the strictest first.
    static let musllinux = parse(PlatformPolicyTable.musllinux)
    /// Android's policies by API level, the lowest first.
    static let android = parse(PlatformPolicyTable.android)

    /// Every symbol that some policy forbids.
    static let forbiddenAnywhere = (manylinux + musllinux + android).reduce(into: Set<String>()) {
        for symbols in $1.forbidden.values { $0.formUnion(symbols) }
    }

    /// The numbers in the name, as in 2 and 17; one number for Android.
    var numbers: [Int] { name.split(separator: "_").dropFirst().compactMap { Int($0) } }

    /// Why a file does not fit, in words; nil where it fits.
    ///
    /// - Parameters:
    ///   - needs: What the file asks.
    ///   - shipped: The names of the libraries that come along in the wheel.
    /// - Returns: A sentence, or nil.
    func objection(to needs: SystemNeeds, shipped: Set<String>) -> String? {
        guard machines.contains(needs.machine) else {
            return "there is no \(name) for \(needs.machine)"
        }
        let missing = needs.libraries.first {
            !SystemNeeds.isDynamicLinker($0) && !shipped.contains($0)
                && !libraries.contains(SystemNeeds.policyName(of: $0))
        }
        if let library = missing {
            return
                "\(needs.path) needs \(library), which is neither in the wheel nor part of \(name)"
        }
        for (prefix, wanted) in needs.versions {
            guard let offered = versions[needs.machine]?[prefix] else { continue }
            let beyond = wanted.subtracting(offered)
            if let version = beyond.max(by: SystemNeeds.isOlder) {
                return "\(needs.path) needs \(prefix)_\(version), which \(name) does not have"
            }
        }
        for library in needs.libraries {
            guard let symbols = forbidden[library] else { continue }
            if let symbol = symbols.intersection(needs.imports).min() {
                return "\(needs.path) uses \(symbol) of \(library), which \(name) forbids"
            }
        }
        return nil
    }

    private static func parse(_ table: String) -> [PlatformPolicy] {
        var policies: [PlatformPolicy] = []
        var header: [Substring] = []
        var machines: Set<String> = []
        var libraries: Set<String> = []
        var versions: [String: [String: Set<String>]] = [:]
        var forbidden: [String: Set<String>] = [:]
        func finish() {
            guard let name = header.first else { return }
            policies.append(
                PlatformPolicy(
                    name: String(name), aliases: header.dropFirst().map(String.init),
                    machines: machines, libraries: libraries, versions: versions,
                    forbidden: forbidden))
        }
        for line in TableLines(table) {
            let words = line.dropFirst()
            switch line.first {
            case "policy":
                finish()
                header = Array(words)
            case "machines": machines = Set(words.map(String.init))
            case "libraries": libraries.formUnion(words.map(String.init))
            case "versions" where words.count >= 2:
                let (machine, prefix) = (String(words[1]), String(words[2]))
                versions[machine, default: [:]][prefix, default: []]
                    .formUnion(words.dropFirst(2).map(String.init))
            case "forbidden":
                guard let library = words.first else { continue }
                let symbols = Set(words.dropFirst().map(String.init))
                forbidden[String(library)] = symbols.isEmpty ? nil : symbols
            default: continue
            }
        }
        finish()
        return policies
    }
}

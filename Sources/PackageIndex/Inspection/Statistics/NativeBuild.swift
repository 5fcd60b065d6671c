/// One way in which native code was compiled and linked: what figures are grouped by.
struct NativeBuild: Hashable, Sendable {
    /// `elf`, `macho` or `pe`.
    let format: String
    /// The machine, as in reports.
    let machine: String
    /// The compilers with the part of their version that people speak of, sorted.
    let toolchains: [String]
    /// How the code stands to each protection that applies.
    let protections: [String: Standing]

    /// Facts beside the rubric's checks that say whether a protection is there.
    private static let facts = [
        "bind_now", "cet_ibt", "cet_shstk", "bti", "pac", "gcs", "guard_cf", "cet_compat", "cfi",
        "safestack", "shadow_call_stack",
    ]

    /// The way in which a slice of a file was built.
    init(_ slice: SliceReport, of file: NativeFileReport) {
        format = file.format
        machine = slice.machine
        toolchains = Toolchain.names(of: slice, findings: file.findings)
        var protections: [String: Standing] = [:]
        for check in Rubric.assess(slice, of: file).checks {
            protections[check.check] = Standing(check.outcome)
        }
        for name in Self.facts { protections[name] = Standing(slice.fact(name)) }
        self.protections = protections
    }

    /// The build that a row keeps; words that this version does not know are left out.
    init(format: String, machine: String, toolchains: String, protections: String) {
        self.format = format
        self.machine = machine
        self.toolchains = toolchains.split(separator: ",").map(String.init)
        self.protections = protections.split(separator: " ").reduce(into: [:]) { result, word in
            let parts = word.split(separator: "=")
            guard parts.count == 2 else { return }
            result[String(parts[0])] = Standing(rawValue: String(parts[1]))
        }
    }

    /// The compilers as a row keeps them.
    var toolchainsText: String { toolchains.joined(separator: ",") }

    /// The protections as a row keeps them: `canary=n relro=p`.
    var protectionsText: String {
        protections.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.rawValue)" }
            .joined(separator: " ")
    }
}

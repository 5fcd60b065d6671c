extension NativeFileReport {
    /// Lets the wheel's metadata say what the bytes did not: a file in which nothing tells of its
    /// language was written in what its builder builds.
    ///
    /// Some Rust modules hold no trace of Rust (built without its standard library's strings), but
    /// maturin builds nothing else, and its SBOM names the crates.
    mutating func overruleAssumptions(backend: [String], sboms: [SBOMReport]) {
        guard role == .extension, backend.contains("maturin") else { return }
        let found = findings.filter { $0.kind == .language }
        guard !found.isEmpty, found.allSatisfy(\.assumed) else { return }
        replace(found, with: "rust", kind: .language, evidence: "WHEEL: Generator maturin")
        languages = ["rust"]
        let crates = Set(sboms.flatMap(\.components).map(\.name))
        let assumed = findings.filter { $0.kind == .binding && $0.assumed }
        guard let crate = ["pyo3", "pyo3-ffi"].first(where: crates.contains), !assumed.isEmpty
        else {
            return
        }
        replace(assumed, with: crate, kind: .binding, evidence: "SBOM: \(crate)")
        bindings = bindings.filter { name in !assumed.contains { $0.name == name } } + [crate]
    }

    private mutating func replace(
        _ old: [FindingReport], with name: String, kind: FindingReport.Kind, evidence: String
    ) {
        findings.removeAll(where: old.contains)
        findings.append(
            FindingReport(kind: kind, name: name, version: nil, tier: 5, evidence: evidence))
    }
}

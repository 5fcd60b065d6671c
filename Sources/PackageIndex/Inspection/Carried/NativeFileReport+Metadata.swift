extension NativeFileReport {
    /// Lets the wheel's metadata say what the bytes did not: a file in which nothing tells of its
    /// language was written in what its builder builds.
    ///
    /// Some Rust modules hold no trace of Rust (built without its standard library's strings), but
    /// maturin builds nothing else, and its SBOM names the crates.
    mutating func overruleAssumptions(backend: [String], sboms: [SBOMReport]) {
        guard role == .extension, backend.contains("maturin") else { return }
        if isAssumed(.language) {
            replace(.language, with: "rust", evidence: "WHEEL: Generator maturin")
            languages = ["rust"]
        }
        let crates = Set(sboms.flatMap(\.components).map(\.name))
        if isAssumed(.binding), let crate = ["pyo3", "pyo3-ffi"].first(where: crates.contains) {
            replace(.binding, with: crate, evidence: "SBOM: \(crate)")
            bindings = [crate]
        }
    }

    /// Whether nothing but an assumption was found.
    private func isAssumed(_ kind: FindingReport.Kind) -> Bool {
        let found = findings.filter { $0.kind == kind }
        return !found.isEmpty && found.allSatisfy(\.assumed)
    }

    private mutating func replace(
        _ kind: FindingReport.Kind, with name: String, evidence: String
    ) {
        findings.removeAll { $0.kind == kind }
        findings.append(
            FindingReport(kind: kind, name: name, version: nil, tier: 5, evidence: evidence))
    }
}

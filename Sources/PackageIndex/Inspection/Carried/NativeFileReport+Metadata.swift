extension WheelReport {
    /// Lets the wheel's metadata say what the bytes did not: the module in which nothing tells of its
    /// language was written in what its builder builds.
    ///
    /// Some Rust modules hold no trace of Rust (built without its standard library's strings), but
    /// maturin builds nothing else, and its SBOM names the crates. It builds one module of a wheel: where
    /// another is known to be Rust, or several show nothing, the rest may have been put beside it.
    mutating func overruleAssumptions() {
        guard backend.contains("maturin") else { return }
        let modules = files.indices.filter { files[$0].role == .extension }
        let known = modules.filter { files[$0].languages.contains("rust") }
        let silent = modules.filter { files[$0].isAssumed(.language) }
        if known.isEmpty, silent.count == 1, let index = silent.first {
            files[index].replace(.language, with: "rust", evidence: "WHEEL: Generator maturin")
            files[index].languages = ["rust"]
        }
        let crates = Set(sboms.flatMap(\.components).map(\.name))
        guard let crate = ["pyo3", "pyo3-ffi"].first(where: crates.contains) else { return }
        for index in modules
        where files[index].languages.contains("rust") && files[index].isAssumed(.binding) {
            files[index].replace(.binding, with: crate, evidence: "SBOM: \(crate)")
            files[index].bindings = [crate]
        }
    }
}

extension NativeFileReport {
    /// Whether nothing but an assumption was found.
    fileprivate func isAssumed(_ kind: FindingReport.Kind) -> Bool {
        let found = findings.filter { $0.kind == kind }
        return !found.isEmpty && found.allSatisfy(\.assumed)
    }

    fileprivate mutating func replace(
        _ kind: FindingReport.Kind, with name: String, evidence: String
    ) {
        findings.removeAll { $0.kind == kind }
        findings.append(
            FindingReport(kind: kind, name: name, version: nil, tier: 5, evidence: evidence))
    }
}

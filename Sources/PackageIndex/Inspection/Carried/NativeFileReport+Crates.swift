import NativeInspection

extension NativeFileReport {
    /// Lets the full list of crates tell of C that left no trace of its own: crates that compile C.
    ///
    /// Facts that were not asked because there seemed to be no C are open then.
    package mutating func takeLanguageOfCrates() {
        guard carried.crateSource == .auditable, languages.contains("rust"),
            !languages.contains("c")
        else { return }
        let crates = Set(carried.crates.map(\.name)).intersection(CarriedCode.cratesOfC).sorted()
        guard !crates.isEmpty else { return }
        languages.append("c")
        findings.append(
            FindingReport(
                kind: .language, name: "c", version: nil, tier: 4,
                evidence: "crates in .dep-v0 that compile C: "
                    + crates.prefix(4).joined(separator: ", ")))
        for index in slices.indices {
            for name in ["canary", "fortify"]
            where slices[index].facts[name]?.evidence?.hasPrefix("no C in ") == true {
                slices[index].facts[name] = FactReport(
                    .word("undecidable"),
                    evidence: "the C of the crates in .dep-v0 cannot be told from the Rust")
            }
        }
    }
}

import NativeInspection

extension NativeFileReport {
    /// Lets the full list of crates tell of C that left no trace of its own: crates that compile C.
    ///
    /// Facts that were not asked because there seemed to be no C are open then, and probes of the stack
    /// that rustc sets by itself speak for its own code alone.
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
        let reason = "the C of the crates in .dep-v0 cannot be told from the Rust"
        for index in slices.indices {
            for name in ["canary", "fortify"]
            where slices[index].facts[name]?.evidence?.hasPrefix("no C in ") == true {
                let names = slices[index].fact(name).names
                slices[index].facts[name] = FactReport(
                    .word("undecidable"), evidence: reason, names: names)
            }
            let probes = slices[index].fact("stack_clash")
            if probes.isPresent, Self.isOfRust(probes) {
                slices[index].facts["stack_clash"] = FactReport(
                    .word("undecidable"), evidence: "\(probes.evidence ?? ""); \(reason)")
            }
        }
    }

    /// Whether what tells of probes is LLVM's inline one or rustc's older function.
    private static func isOfRust(_ probes: FactReport) -> Bool {
        guard let evidence = probes.evidence else { return false }
        return evidence.hasPrefix("LLVM's stack probe") || evidence.contains("__rust_probestack")
    }
}

import NativeInspection

extension SliceReport {
    /// What reports keep of a slice.
    init(_ slice: NativeSlice) {
        var facts: [String: FactReport] = [:]
        for name in FactName.allCases { facts[name.rawValue] = FactReport(slice.facts[name]) }
        self.init(machine: slice.machine.name, kind: slice.kind.rawValue, facts: facts)
    }
}

extension FactReport {
    /// What reports keep of a fact.
    init(_ fact: Fact) {
        let value: Value =
            switch fact.value {
            case .present: .word("present")
            case .absent: .word("absent")
            case .undecidable: .word("undecidable")
            case .notApplicable: .word("not-applicable")
            case .word(let word): .word(word)
            case .list(let list): .list(list)
            }
        self.init(
            value, tier: fact.tier?.rawValue, evidence: fact.evidence, names: fact.names)
    }
}

extension FindingReport {
    /// What reports keep of a finding.
    init(_ finding: Finding, _ kind: Kind) {
        self.init(
            kind: kind, name: finding.name, version: finding.version, tier: finding.tier.rawValue,
            evidence: finding.evidence, assumed: finding.isAssumption)
    }
}

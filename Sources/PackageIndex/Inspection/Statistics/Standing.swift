/// How a piece of native code stands to a protection.
enum Standing: String, Sendable, CaseIterable {
    case protected = "y"
    case partial = "p"
    case missing = "n"
    case undecidable = "u"

    /// The outcome of a check; nil where the check does not apply.
    init?(_ outcome: CheckResult.Outcome) {
        switch outcome {
        case .pass: self = .protected
        case .partial: self = .partial
        case .fail, .blocking: self = .missing
        case .undecidable: self = .undecidable
        case .notApplicable: return nil
        }
    }

    /// What a fact says that is no check of the rubric; nil where the fact does not apply.
    init?(_ fact: FactReport) {
        switch fact.value {
        case .word("not-applicable"): return nil
        case .word("undecidable"): self = .undecidable
        case .word("absent"), .word("none"): self = .missing
        case .word: self = .protected
        case .list(let names): self = names.isEmpty ? .missing : .protected
        }
    }
}

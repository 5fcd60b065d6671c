/// One thing that is known, or known to be unknowable, about a slice of a native file.
public struct Fact: Sendable, Equatable {
    /// What was found.
    public enum Value: Sendable, Equatable {
        /// The trait is there.
        case present
        /// The trait is not there.
        case absent
        /// The bytes cannot tell.
        case undecidable
        /// The question makes no sense for this format, machine or language.
        case notApplicable
        /// The fact's own word, such as `full` or `pie`.
        case word(String)
        /// The fact's own list, such as the needed libraries.
        case list([String])
    }

    /// What was found.
    public var value: Value
    /// How strong the evidence is; `nil` where there is none to tell of.
    public var tier: EvidenceTier?
    /// What decided: a segment, symbol, opcode or string, with its offset where it has one.
    public var evidence: String?
    /// Names that belong to the value, by their kind: `fortified` and `unfortified`, for instance.
    public var names: [String: [String]]

    /// A fact with what decided it.
    public init(
        _ value: Value, tier: EvidenceTier? = nil, evidence: String? = nil,
        names: [String: [String]] = [:]
    ) {
        self.value = value
        self.tier = tier
        self.evidence = evidence
        self.names = names
    }

    /// The question makes no sense here.
    public static let notApplicable = Fact(.notApplicable)

    /// A trait that the bytes cannot tell, and why.
    public static func undecidable(_ reason: String) -> Fact {
        Fact(.undecidable, evidence: reason)
    }
}

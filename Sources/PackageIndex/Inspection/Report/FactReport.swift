/// One fact of a slice as reports have it: `{"value":"full","tier":1,"evidence":"…"}`.
///
/// Every key stands, with null where there is no evidence. Names that belong to the value
/// (`fortified`, `unfortified`) stand beside it under their own keys.
package struct FactReport: Sendable, Equatable {
    /// A fact's value: a word, or a list of texts.
    package enum Value: Sendable, Equatable {
        /// `present`, `absent`, `undecidable`, `not-applicable`, or a word of the fact's own.
        case word(String)
        /// A list, such as the needed libraries.
        case list([String])
    }

    /// The value.
    package var value: Value
    /// How strong the evidence is, from 1 (a header) to 5 (metadata); nil where there is none.
    package var tier: Int?
    /// What decided, or why nothing could be decided.
    package var evidence: String?
    /// Names that belong to the value, by their key.
    package var names: [String: [String]]

    /// A fact with what decided it.
    package init(
        _ value: Value, tier: Int? = nil, evidence: String? = nil, names: [String: [String]] = [:]
    ) {
        self.value = value
        self.tier = tier
        self.evidence = evidence
        self.names = names
    }

    /// The question makes no sense for the format, machine or language.
    package static let notApplicable = FactReport(.word("not-applicable"))

    /// The value where it is a word.
    package var word: String? {
        guard case .word(let word) = value else { return nil }
        return word
    }

    /// The value where it is a list; else empty.
    package var list: [String] {
        guard case .list(let list) = value else { return [] }
        return list
    }

    /// Whether the trait is there.
    package var isPresent: Bool { word == "present" }
    /// Whether the trait is not there.
    package var isAbsent: Bool { word == "absent" }
    /// Whether the bytes cannot tell.
    package var isUndecidable: Bool { word == "undecidable" }
    /// Whether the question makes sense.
    package var isApplicable: Bool { word != "not-applicable" }
}

extension FactReport: Codable {
    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }

        static let value = Key(stringValue: "value")
        static let tier = Key(stringValue: "tier")
        static let evidence = Key(stringValue: "evidence")
        static let own = ["value", "tier", "evidence"]
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        do {
            value = .word(try container.decode(String.self, forKey: .value))
        } catch DecodingError.typeMismatch {
            value = .list(try container.decode([String].self, forKey: .value))
        }
        tier = try container.decodeIfPresent(Int.self, forKey: .tier)
        evidence = try container.decodeIfPresent(String.self, forKey: .evidence)
        names = [:]
        for key in container.allKeys where !Key.own.contains(key.stringValue) {
            names[key.stringValue] = try container.decode([String].self, forKey: key)
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        switch value {
        case .word(let word): try container.encode(word, forKey: .value)
        case .list(let list): try container.encode(list, forKey: .value)
        }
        try container.encode(tier, forKey: .tier)
        try container.encode(evidence, forKey: .evidence)
        for (name, list) in names where !Key.own.contains(name) {
            try container.encode(list, forKey: Key(stringValue: name))
        }
    }
}

/// A language or a binding that was found in a file, with what told.
package struct FindingReport: Codable, Sendable, Equatable {
    /// What was found.
    package enum Kind: String, Codable, Sendable {
        case language
        case binding
    }

    /// What was found.
    package var kind: Kind
    /// A lower-case word: `rust`, `pybind11`.
    package var name: String
    /// Its version, such as rustc's release.
    @Nullable package var version: String?
    /// How strong the evidence is, from 1 (a header) to 5 (metadata).
    package var tier: Int
    /// What decided.
    package var evidence: String
    /// Whether nothing was found and the name is what such files nearly always are.
    package var assumed: Bool

    /// A finding with what decided it.
    package init(
        kind: Kind, name: String, version: String?, tier: Int, evidence: String,
        assumed: Bool = false
    ) {
        self.kind = kind
        self.name = name
        self.version = version
        self.tier = tier
        self.evidence = evidence
        self.assumed = assumed
    }
}

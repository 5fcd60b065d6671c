/// A project that another index has, as a catalogue's line names it.
package struct CatalogueEntry: Sendable, Equatable {
    /// The name as displayed.
    package let name: String
    /// The normalised name.
    package let key: String
    /// Its latest version, as the catalogue has it.
    package let version: String?
    /// What it does, in one line.
    package let summary: String?
    /// Its place among the most used, from 1; nil where that is not known.
    package let rank: Int?

    /// The line as it is kept.
    var line: String {
        JSONText.object([
            ("name", JSONText.quoted(name)), ("key", JSONText.quoted(key)),
            ("version", JSONText.quoted(version)), ("summary", JSONText.quoted(summary)),
            ("rank", rank.map(String.init) ?? "null"),
        ]) + "\n"
    }
}

extension CatalogueEntry: Codable {}

/// What the index knows of the catalogue that it has.
package struct Catalogue: Sendable, Equatable {
    /// The SHA-256 of its lines, under which they are stored.
    package let sha256: String
    /// How many projects it names.
    package let entries: Int
    /// When it was loaded.
    package let loadedAt: Timestamp
}

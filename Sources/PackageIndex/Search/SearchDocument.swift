/// A project as search has it.
struct SearchDocument: Sendable, Equatable {
    /// The normalised name.
    let key: String
    /// The name as displayed.
    let name: String
    /// The version that the rest is of.
    let version: String?
    /// What it does, in one line.
    let summary: String?
    /// More words to find it by: keywords, people, the beginning of the description.
    let text: String?
    /// Its place among the most used, from 1; nil where that is not known.
    let rank: Int?
    /// Whether it takes no more releases: then only its exact name finds it.
    let isArchived: Bool
    /// When its newest release was made.
    let releasedAt: Timestamp?
    /// What it can be narrowed down by.
    let marks: Set<SearchMark>

    /// The letters and digits of the name.
    var squashed: String { NameKey.squashed(key) ?? key }
}

/// What search is to know of a name: the state of the project of that name.
enum SearchSubject: Sendable, Equatable {
    /// A project that everyone may see who may read the index.
    case listed(SearchDocument)
    /// A private project, by its row's number: only its people are told.
    case confidential(Int64, SearchDocument)
    /// A project that is kept from view, as quarantined ones are. What a catalogue says of the name
    /// is kept from view too.
    case withheld
    /// Nothing that this index has anything to say of.
    case absent
}

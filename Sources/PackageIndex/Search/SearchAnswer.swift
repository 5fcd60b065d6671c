/// One result of a search.
package struct SearchHit: Sendable, Equatable {
    /// The normalised name, as in addresses.
    package let normalizedName: String
    /// The name as displayed.
    package let name: String
    /// The latest version.
    package let version: String?
    /// What it does, in one line.
    package let summary: String?
    /// Whether this index holds it; otherwise the catalogue of another index names it.
    package let isHeld: Bool
    /// Whether it is archived: shown only to who asks for exactly its name.
    package let isArchived: Bool
    /// Whether it is private, and the caller one of its people.
    package let isPrivate: Bool
    /// When its newest release was made; nil for what is not held here.
    package let releasedAt: Timestamp?
    /// Its place among the most used, from 1; nil where that is not known.
    package let rank: Int?
}

/// How many results have something that they can be narrowed down by.
package struct SearchFacetCount: Sendable, Equatable {
    /// The facet.
    package let facet: SearchFacet
    /// The value.
    package let value: String
    /// How many results have it.
    package let count: Int
}

/// How many results have a release that is new enough.
package struct SearchStretchCount: Sendable, Equatable {
    /// How many days ago the newest release was made at most.
    package let days: Int
    /// How many results there are of that; never none.
    package let count: Int
}

/// What a search found.
package struct SearchAnswer: Sendable {
    /// The query.
    package let query: SearchQuery
    /// The results of the page that was asked for.
    package let hits: [SearchHit]
    /// How many results there are, at most ``SearchQuery/mostResults``.
    package let total: Int
    /// Whether there are more than that.
    package let isCapped: Bool
    /// What the results can be narrowed down by, most frequent first within each facet.
    package let facets: [SearchFacetCount]
    /// How many were released lately, the shortest stretch first; none that is longer than what the
    /// query asks for, beyond which nothing was looked for.
    package let stretches: [SearchStretchCount]
    /// Whether search knows everything; while it is being built it answers with what it has.
    package let isComplete: Bool

    /// How many pages the results fill.
    package var pageCount: Int {
        (total + SearchQuery.pageSize - 1) / SearchQuery.pageSize
    }

    /// The counts of one facet.
    package func counts(of facet: SearchFacet) -> [SearchFacetCount] {
        facets.filter { $0.facet == facet }
    }
}

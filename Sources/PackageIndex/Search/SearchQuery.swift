/// What somebody searches for.
package struct SearchQuery: Sendable, Equatable {
    /// In which order results come.
    package enum Order: String, Sendable, CaseIterable {
        /// What fits best, and among such the most used.
        case relevance
        /// The newest release first.
        case newest
        /// By name.
        case name
    }

    /// The words, as they were typed.
    package var text: String
    /// What results must have: all of the classifiers and releases of Python, and of the other
    /// facets one of the values.
    package var filters: [SearchFacet: [String]]
    /// How many days ago the newest release may be; nil for any time.
    package var days: Int?
    /// The order.
    package var order: Order
    /// The page, from 1.
    package var page: Int

    /// How long a query may be, in characters; PyPI's limit.
    package static let longestText = 1_000
    /// How many results a page has.
    package static let pageSize = 20
    /// How many results are shown at most.
    package static let mostResults = 10_000
    /// The last page that there can be.
    package static let lastPage = mostResults / pageSize
    /// The stretches of days since the newest release that results are counted by.
    package static let stretches = [7, 30, 365, 1_095]
    /// How many filters there may be.
    private static let mostFilters = 50

    /// The moment since which the newest release of a result was made that is so many days old.
    static func start(ofDays days: Int, before now: Timestamp) -> Int64 {
        (now - .seconds(Int64(days) * 86_400)).microseconds
    }

    /// A query, checked.
    ///
    /// - Throws: A ``Refusal`` where the text is too long, or a number makes no sense.
    package init(
        _ text: String, filters: [SearchFacet: [String]] = [:], days: Int? = nil,
        order: Order = .relevance, page: Int = 1
    ) throws {
        guard text.unicodeScalars.count <= Self.longestText else {
            throw Refusal(
                .queryTooLong,
                "The query has more than \(Self.longestText) characters.")
        }
        guard (1...Self.lastPage).contains(page) else {
            throw Refusal(.queryInvalid, "Pages go from 1 to \(Self.lastPage).")
        }
        guard days.map({ (1...100_000).contains($0) }) ?? true else {
            throw Refusal(.queryInvalid, "The days since the last release go from 1 to 100000.")
        }
        guard filters.values.reduce(0, { $0 + $1.count }) <= Self.mostFilters else {
            throw Refusal(.queryInvalid, "There are more than \(Self.mostFilters) filters.")
        }
        self.text = text
        self.filters = filters.filter { !$0.value.isEmpty }
        self.days = days
        self.order = order
        self.page = page
    }
}

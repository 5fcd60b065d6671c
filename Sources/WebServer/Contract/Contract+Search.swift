import PackageIndex

extension Contract {
    static let ofSearch: [Contract] = [
        Contract(
            .searchProjects, .search, "Search projects",
            notes: "By name, also with a typing error, and by words; docs/search.md says how.",
            query: [
                words,
                .optional(
                    "order", .text(.choice(SearchQuery.Order.allCases.map(\.rawValue))),
                    "The order, `relevance` unless said."),
                .optional("page", .integer(1...SearchQuery.lastPage), "The page, from 1."),
                .optional(
                    "days", .integer(1...100_000),
                    "How many days ago the newest release may have been made."),
            ] + SearchFacet.allCases.map(filter), answer: .content(.searchAnswer),
            refusals: [.queryInvalid, .queryTooLong, .tooManyTries]),
        Contract(
            .suggestProjects, .search, "Complete what is typed",
            notes: "As browsers ask for it (OpenSearch Suggestions 1.0).", query: [words],
            answer: .foreign(
                type: "application/x-suggestions+json",
                "An array: what was typed, names, summaries, addresses."),
            refusals: [.queryTooLong, .tooManyTries]),
    ]

    private static let words: Shape.Member = .optional(
        "q", .text(.any),
        "The words, as they were typed, at most \(SearchQuery.longestText) characters.")

    private static func filter(_ facet: SearchFacet) -> Shape.Member {
        .optional(
            facet.rawValue, .list(.text(.any), 1...8, isSet: false),
            "What projects must have of this; it may be there more than once.")
    }
}

extension Shape {
    fileprivate static let searchAnswer: Shape = .named(
        "SearchAnswer",
        .object([
            .required("query", .text(.any), "The words that were searched for."),
            .required("order", .text(.any), "The order."),
            .required("page", count, "The page."),
            .required("pages", count, "How many there are."),
            .required("total", count, "How many results there are, at most 10000."),
            .required("is_capped", .boolean, "Whether there are more than that."),
            .required("is_complete", .boolean, "Whether search has read everything by now."),
            .required("results", .list(searchHit), "The results of this page."),
            .required(
                "facets",
                .object(SearchFacet.allCases.map(counts(of:)) + [stretchCounts]),
                "What the results can be narrowed down by."),
        ]))

    private static let searchHit: Shape = .named(
        "SearchHit",
        .object([
            .required("name", .text(.any), "The name as displayed."),
            .required("normalized_name", .text(.any), "The name in addresses."),
            .required("version", .optional(.text(.any)), "The latest version."),
            .required("summary", .optional(.text(.any)), "What it does, in one line."),
            .required("is_held", .boolean, "Whether this index holds it, or another's catalogue."),
            .required("is_archived", .boolean, "Whether it is archived."),
            .required("is_private", .boolean, "Whether it is private, and the caller may see it."),
            .required(
                "released_at", .optional(.text(.time)), "When its newest release was made."),
            .required("rank", .optional(count), "Its place among the most used, from 1."),
        ]))

    private static func counts(of facet: SearchFacet) -> Member {
        .required(facet.rawValue, .list(facetCount), "Values, the most frequent first.")
    }

    private static let stretchCounts: Member = .required(
        "days", .list(facetCount),
        "Days since the newest release, the fewest first; none beyond those asked for.")

    private static let facetCount: Shape = .named(
        "FacetCount",
        .object([
            .required("value", .text(.any), "The value."),
            .required("count", count, "How many results have it."),
        ]))
}

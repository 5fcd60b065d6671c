import PackageIndex

/// A search's answer as JSON.
enum SearchJSON {
    /// The document.
    static func text(_ answer: SearchAnswer) -> String {
        JSONText.object([
            ("query", JSONText.quoted(answer.query.text)),
            ("order", JSONText.quoted(answer.query.order.rawValue)),
            ("page", "\(answer.query.page)"), ("pages", "\(answer.pageCount)"),
            ("total", "\(answer.total)"), ("is_capped", "\(answer.isCapped)"),
            ("is_complete", "\(answer.isComplete)"),
            ("results", JSONText.list(answer.hits.map(result))),
            (
                "facets",
                JSONText.object(
                    SearchFacet.allCases.map { facet in
                        (facet.rawValue, JSONText.list(answer.counts(of: facet).map(count)))
                    })
            ),
        ])
    }

    private static func result(_ hit: SearchHit) -> String {
        JSONText.object([
            ("name", JSONText.quoted(hit.name)),
            ("normalized_name", JSONText.quoted(hit.normalizedName)),
            ("version", JSONText.quoted(hit.version)), ("summary", JSONText.quoted(hit.summary)),
            ("is_held", "\(hit.isHeld)"), ("is_archived", "\(hit.isArchived)"),
            ("is_private", "\(hit.isPrivate)"),
            ("released_at", JSONText.quoted(hit.releasedAt?.iso8601)),
            ("rank", hit.rank.map(String.init) ?? "null"),
        ])
    }

    private static func count(_ count: SearchFacetCount) -> String {
        JSONText.object([
            ("value", JSONText.quoted(count.value)), ("count", "\(count.count)"),
        ])
    }
}

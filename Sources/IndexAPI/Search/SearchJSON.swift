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
            ("facets", facets(answer)),
        ])
    }

    private static func facets(_ answer: SearchAnswer) -> String {
        var facets = SearchFacet.allCases.map { facet in
            (name: facet.rawValue, value: JSONText.list(answer.counts(of: facet).map(count)))
        }
        facets.append((name: "days", value: JSONText.list(answer.stretches.map(stretch))))
        return JSONText.object(facets)
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
        pair(count.value, count.count)
    }

    private static func stretch(_ stretch: SearchStretchCount) -> String {
        pair("\(stretch.days)", stretch.count)
    }

    private static func pair(_ value: String, _ count: Int) -> String {
        JSONText.object([("value", JSONText.quoted(value)), ("count", "\(count)")])
    }
}

import Database

/// The filters of a query in the numbers of one search file.
struct SearchFilter: Sendable {
    /// Of each group at least one mark must be there; an empty group is a value that no project has.
    let groups: [[Int64]]
    /// The newest release must not be older.
    let releasedAfter: Int64?

    init(_ query: SearchQuery, at now: Timestamp, _ connection: any SQLConnection) throws {
        var groups: [[Int64]] = []
        for (facet, values) in query.filters {
            let ids = try values.map { try Self.mark(facet, $0, connection) }
            switch facet {
            case .classifier, .python: groups += ids
            case .license, .native, .language: groups.append(ids.flatMap(\.self))
            }
        }
        self.groups = groups
        releasedAfter = query.days.map { SearchQuery.start(ofDays: $0, before: now) }
    }

    private static func mark(
        _ facet: SearchFacet, _ value: String, _ connection: any SQLConnection
    ) throws -> [Int64] {
        guard !value.utf8.contains(0) else { return [] }
        return try connection.rows(
            "SELECT id FROM marks WHERE facet = $1 AND value = $2", facet.rawValue, value
        ).map { try $0.get("id") }
    }

    /// Whether everything passes.
    var isEmpty: Bool { groups.isEmpty && releasedAfter == nil }
    /// Whether nothing can pass.
    var isImpossible: Bool { groups.contains(where: \.isEmpty) }

    /// Whether a candidate passes.
    func passes(_ candidate: SearchCandidate) -> Bool {
        if let releasedAfter {
            guard let releasedAt = candidate.releasedAt, releasedAt >= releasedAfter else {
                return false
            }
        }
        guard !groups.isEmpty else { return true }
        let marks = Set(SearchMark.ids(in: candidate.marks ?? ""))
        return groups.allSatisfy { group in group.contains(where: marks.contains) }
    }

    /// The marks as a query for the index of words; nil without any.
    var expression: String? {
        guard !groups.isEmpty else { return nil }
        return groups.map { group in
            "(" + group.map { "\"\(SearchMark.word(of: $0))\"" }.joined(separator: " OR ") + ")"
        }.joined(separator: " AND ")
    }
}

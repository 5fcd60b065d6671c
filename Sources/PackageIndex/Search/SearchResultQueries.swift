import Database

/// The statements that say more about results that were found.
enum SearchResultQueries {
    /// So many values of a facet are told.
    private static let mostValues = 100

    /// The results in full, in the order of their numbers here.
    static func hits(
        _ ids: [Int64], _ confidential: [ConfidentialDocument], _ connection: any SQLConnection
    ) throws -> [SearchHit] {
        var hits: [Int64: SearchHit] = [:]
        for document in confidential {
            hits[-document.projectID] = SearchHit(
                normalizedName: document.key, name: document.name, version: document.version,
                summary: document.summary, isHeld: true, isArchived: document.isArchived,
                isPrivate: true,
                releasedAt: document.releasedAt.map(Timestamp.init(microseconds:)), rank: nil)
        }
        let numbers = JSONText.list(ids.filter { $0 > 0 }.map(String.init))
        try connection.forEachRow(
            """
            SELECT id, key, name, version, summary, state, released_at, rank FROM documents
            WHERE id IN (SELECT value FROM json_each($1))
            """, arguments: [.text(numbers)]
        ) { row in
            let id: Int64 = try row.get("id")
            hits[id] = SearchHit(
                normalizedName: try row.get("key"), name: try row.get("name"),
                version: try row.get("version"), summary: try row.get("summary"),
                isHeld: id < SearchFile.firstOfCatalogue,
                isArchived: try row.get("state") as Int64 == 2, isPrivate: false,
                releasedAt: (try row.get("released_at") as Int64?)
                    .map(Timestamp.init(microseconds:)), rank: try row.get("rank"))
        }
        return ids.compactMap { hits[$0] }
    }

    /// The results in another order than that of relevance.
    static func sort(
        _ ids: [Int64], by order: SearchQuery.Order, _ confidential: [ConfidentialDocument],
        _ connection: any SQLConnection
    ) throws -> [Int64] {
        guard order != .relevance else { return ids }
        let own = Dictionary(uniqueKeysWithValues: confidential.map { (-$0.projectID, $0) })
        var entries: [(id: Int64, key: String, released: Int64)] = []
        for id in ids {
            guard let document = own[id] else { continue }
            entries.append((id, document.key, document.releasedAt ?? .min))
        }
        // What is not held here has no date, and stays in its order behind the rest.
        let isByDate = order == .newest
        let sorted = isByDate ? ids.filter { $0 < SearchFile.firstOfCatalogue } : ids
        let column = isByDate ? "released_at" : "key"
        var text: String?
        try connection.forEachRow(
            """
            SELECT group_concat(id || ' ' || coalesce(\(column), '')) AS lines FROM documents
            WHERE id IN (SELECT value FROM json_each($1))
            """, arguments: [.text(JSONText.list(sorted.filter { $0 > 0 }.map(String.init)))]
        ) { text = try $0.get("lines") }
        for line in (text ?? "").utf8.split(separator: UInt8(ascii: ",")) {
            let halves = line.split(separator: UInt8(ascii: " "), maxSplits: 1)
            guard let id = halves.first.flatMap({ Int64(String(decoding: $0, as: UTF8.self)) })
            else { continue }
            let value = halves.count > 1 ? String(decoding: halves[1], as: UTF8.self) : ""
            entries.append((id, isByDate ? "" : value, isByDate ? Int64(value) ?? .min : 0))
        }
        if isByDate {
            let places = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
            entries.sort {
                (-($0.released == .min ? 0 : $0.released), places[$0.id] ?? 0)
                    < (-($1.released == .min ? 0 : $1.released), places[$1.id] ?? 0)
            }
            return entries.map(\.id) + ids.filter { $0 >= SearchFile.firstOfCatalogue }
        }
        return entries.sorted { ($0.key, $0.id) < ($1.key, $1.id) }.map(\.id)
    }

    /// How many of the results have what, and were released how lately, counted over all of them.
    static func counts(
        _ ids: [Int64], within days: Int?, _ confidential: [ConfidentialDocument],
        at now: Timestamp, _ connection: any SQLConnection
    ) throws -> (facets: [SearchFacetCount], stretches: [SearchStretchCount]) {
        var marks: [Int64: Int] = [:]
        var stretches = SearchQuery.stretches.filter { $0 <= days ?? .max }.map { days in
            (days: days, start: SearchQuery.start(ofDays: days, before: now), count: 0)
        }
        // Only projects of this index have marks and releases.
        let held = ids.filter { $0 > 0 && $0 < SearchFile.firstOfCatalogue }
        if !held.isEmpty {
            let sums = stretches.indices.map { ", SUM(released_at >= $\($0 + 2)) AS of\($0)" }
            try connection.forEachRow(
                """
                SELECT group_concat(marks, ' ') AS marks\(sums.joined()) FROM documents
                WHERE id IN (SELECT value FROM json_each($1))
                """,
                arguments: [SQLValue.text(JSONText.list(held.map(String.init)))]
                    + stretches.map { SQLValue.integer($0.start) }
            ) { row in
                count(try row.get("marks") ?? "", into: &marks)
                for place in stretches.indices {
                    let sum: Int? = try row.get("of\(place)")
                    stretches[place].count += sum ?? 0
                }
            }
        }
        let found = Set(ids.filter { $0 < 0 })
        for document in confidential where found.contains(-document.projectID) {
            count(document.marks ?? "", into: &marks)
            for place in stretches.indices
            where document.releasedAt.map({ $0 >= stretches[place].start }) ?? false {
                stretches[place].count += 1
            }
        }
        return (
            facets: try facets(marks, connection),
            stretches: stretches.filter { $0.count > 0 }
                .map { SearchStretchCount(days: $0.days, count: $0.count) }
        )
    }

    /// The counts of marks by what these stand for, the most frequent of a facet first.
    private static func facets(
        _ counts: [Int64: Int], _ connection: any SQLConnection
    ) throws -> [SearchFacetCount] {
        guard !counts.isEmpty else { return [] }
        var facets: [SearchFacetCount] = []
        try connection.forEachRow(
            "SELECT id, facet, value FROM marks WHERE id IN (SELECT value FROM json_each($1))",
            arguments: [.text(JSONText.list(counts.keys.map(String.init)))]
        ) { row in
            guard let facet = SearchFacet(rawValue: try row.get("facet")),
                let count = counts[try row.get("id")]
            else { return }
            facets.append(
                SearchFacetCount(facet: facet, value: try row.get("value"), count: count))
        }
        return SearchFacet.allCases.flatMap { facet in
            facets.filter { $0.facet == facet }
                .sorted { (-$0.count, $0.value) < (-$1.count, $1.value) }.prefix(mostValues)
        }
    }

    /// Counts the numbers in stored words of marks.
    private static func count(_ marks: String, into counts: inout [Int64: Int]) {
        var number: Int64 = 0
        for byte in marks.utf8 {
            switch byte {
            case 0x30...0x39: number = number &* 10 &+ Int64(byte & 0x0F)
            case UInt8(ascii: " "):
                if number > 0 { counts[number, default: 0] += 1 }
                number = 0
            default: break
            }
        }
        if number > 0 { counts[number, default: 0] += 1 }
    }
}

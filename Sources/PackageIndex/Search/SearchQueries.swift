import Database

/// The statements that look into a search file; each reads as few rows as it can.
///
/// The index of words hands over its matches in the order of their numbers, which is that of use, so
/// that a limit takes the most used and ends the reading.
struct SearchQueries {
    let connection: any SQLConnection
    let filter: SearchFilter

    /// So many names that begin as typed are looked at.
    private static let mostPrefixes = 100
    /// So many matches are weighed one by one; the others follow in the order of use.
    private static let mostNamed = 200

    /// Everything with these letters and digits, archived projects among it.
    func exact(_ squashed: String) throws -> [SearchCandidate] {
        try candidates("squashed = $1 AND state <> 1", [.text(squashed)])
    }

    /// The most used names that begin so.
    func prefixed(_ squashed: String) throws -> [SearchCandidate] {
        guard squashed.utf8.count > 2 else {
            // Too many to look at; the index of words has them in order.
            return try candidates(
                "id IN (SELECT rowid FROM words WHERE words MATCH $1 LIMIT $2)",
                [.text("name : ^ \"\(squashed)\" *"), .integer(Int64(Self.mostPrefixes))]
            ).filter { $0.squashed.hasPrefix(squashed) }
        }
        // Behind every letter that a name has.
        return try candidates(
            """
            id IN (
                SELECT id FROM documents
                WHERE squashed >= $1 AND squashed < $2 AND state = 0 ORDER BY id LIMIT $3)
            """,
            [
                .text(squashed), .text(squashed + "\u{7F}"),
                .integer(Int64(Self.mostPrefixes)),
            ])
    }

    /// Names that may be one typing error away.
    func similar(_ squashed: String) throws -> [SearchCandidate] {
        let starts = NameKey.variantHashes(of: squashed.utf8).map { "\($0 << 32)" }
        return try candidates(
            """
            state = 0 AND id IN (
                SELECT entry & 4294967295 FROM json_each($1) AS hashes CROSS JOIN variants
                WHERE entry >= hashes.value AND entry < hashes.value + 4294967296)
            """, [.text(JSONText.list(starts))])
    }

    /// The most used projects that match in the index of words.
    func matching(_ expression: String) throws -> [SearchCandidate] {
        let (condition, arguments) = match(expression, limit: Self.mostNamed)
        return try candidates("id IN (\(condition))", arguments)
    }

    /// The numbers of all projects that match in the index of words, in the order of use, up to a
    /// limit.
    func allMatching(_ expression: String, limit: Int) throws -> [Int64] {
        let (condition, arguments) = match(expression, limit: limit)
        return try numbers(
            "SELECT group_concat(rowid) AS ids FROM (\(condition))", arguments)
    }

    /// The numbers of all projects, those of this index first.
    func all(limit: Int) throws -> [Int64] {
        if let marks = filter.expression { return try allMatching(marks, limit: limit) }
        guard let releasedAfter = filter.releasedAfter else {
            return try numbers(
                """
                SELECT group_concat(id) AS ids FROM (
                    SELECT id FROM documents WHERE state = 0 ORDER BY id LIMIT $1)
                """, [.integer(Int64(limit))])
        }
        return try numbers(
            """
            SELECT group_concat(id) AS ids FROM (
                SELECT id FROM documents
                WHERE state = 0 AND id < $1 AND released_at >= $2 ORDER BY id LIMIT $3)
            """,
            [
                .integer(SearchFile.firstOfCatalogue), .integer(releasedAfter),
                .integer(Int64(limit)),
            ])
    }

    /// The names that have these letters somewhere.
    func pieces(_ squashed: String) throws -> [SearchCandidate] {
        let bytes = Array(squashed.utf8)
        guard bytes.count >= 3 else { return [] }
        let grams = Set(
            (0...(bytes.count - 3)).map { String(decoding: bytes[$0..<$0 + 3], as: UTF8.self) })
        let expression = grams.prefix(30).map { "\"\($0)\"" }.joined(separator: " AND ")
        return try candidates(
            "id IN (SELECT rowid FROM pieces WHERE pieces MATCH $1 LIMIT $2)",
            [.text(expression), .integer(Int64(Self.mostNamed))]
        ).filter { $0.squashed.contains(squashed) }
    }

    /// The catalogue's lines with the names of private projects: whoever sees those sees no second
    /// one beside them.
    func catalogueNumbers(of projects: [ConfidentialDocument]) throws -> Set<Int64> {
        guard !projects.isEmpty else { return [] }
        let keys = Set(projects.map(\.key))
        var numbers: Set<Int64> = []
        try connection.forEachRow(
            """
            SELECT id, key FROM documents
            WHERE squashed IN (SELECT value FROM json_each($1)) AND id >= $2
            """,
            arguments: [
                .text(JSONText.array(projects.map(\.squashed))),
                .integer(SearchFile.firstOfCatalogue),
            ]
        ) { row in
            if keys.contains(try row.get("key")) { numbers.insert(try row.get("id")) }
        }
        return numbers
    }

    private func candidates(
        _ condition: String, _ arguments: [SQLValue]
    ) throws -> [SearchCandidate] {
        var found: [SearchCandidate] = []
        try connection.forEachRow(
            "SELECT \(SearchCandidate.columns) FROM documents WHERE \(condition)",
            arguments: arguments
        ) { found.append(try SearchCandidate($0)) }
        return filter.isEmpty ? found : found.filter(filter.passes)
    }

    private func match(_ expression: String, limit: Int) -> (String, [SQLValue]) {
        guard !filter.isEmpty else {
            return (
                "SELECT rowid FROM words WHERE words MATCH $1 LIMIT $2",
                [.text(expression), .integer(Int64(limit))]
            )
        }
        let marks: String
        if let wanted = filter.expression, wanted != expression {
            marks = "(\(expression)) AND \(wanted)"
        } else {
            marks = expression
        }
        // Only projects of this index have what can be asked for.
        guard let releasedAfter = filter.releasedAfter else {
            return (
                "SELECT rowid FROM words WHERE words MATCH $1 AND rowid < $3 LIMIT $2",
                [
                    .text(marks), .integer(Int64(limit)), .integer(SearchFile.firstOfCatalogue),
                ]
            )
        }
        return (
            """
            SELECT words.rowid FROM words CROSS JOIN documents ON documents.id = words.rowid
            WHERE words MATCH $1 AND words.rowid < $3 AND documents.released_at >= $4 LIMIT $2
            """,
            [
                .text(marks), .integer(Int64(limit)), .integer(SearchFile.firstOfCatalogue),
                .integer(releasedAfter),
            ]
        )
    }

    /// A column of numbers that SQLite joined into one text: thousands of rows would cost more to
    /// hand over than to find.
    private func numbers(_ sql: String, _ arguments: [SQLValue]) throws -> [Int64] {
        var text: String?
        try connection.forEachRow(sql, arguments: arguments) { text = try $0.get("ids") }
        return NumberList.numbers(in: text ?? "")
    }
}

/// Numbers in one text, separated by commas.
enum NumberList {
    /// The numbers, in order.
    static func numbers(in text: String) -> [Int64] {
        var numbers: [Int64] = []
        var number: Int64 = 0
        var isNegative = false
        var hasDigits = false
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39:
                number = number &* 10 &+ Int64(byte & 0x0F)
                hasDigits = true
            case UInt8(ascii: "-"): isNegative = true
            default:
                if hasDigits { numbers.append(isNegative ? -number : number) }
                (number, isNegative, hasDigits) = (0, false, false)
            }
        }
        if hasDigits { numbers.append(isNegative ? -number : number) }
        return numbers
    }
}

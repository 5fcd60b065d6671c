import Database

/// A private project as search has it: apart from all others, and read only for its own people.
///
/// Nothing that others ask for reads these rows, so that neither an answer nor its time tells of them.
struct ConfidentialDocument: Sendable {
    let projectID: Int64
    let key: String
    let squashed: String
    let isArchived: Bool
    let releasedAt: Int64?
    let marks: String?
    let name: String
    let version: String?
    let summary: String?
    let text: String?

    /// The private projects of these numbers.
    static func read(
        _ projects: [Int64], _ connection: any SQLConnection
    ) throws -> [ConfidentialDocument] {
        guard !projects.isEmpty else { return [] }
        return try connection.rows(
            """
            SELECT project_id, key, squashed, state, released_at, marks, name, version, summary, text
            FROM confidential WHERE project_id IN (SELECT value FROM json_each($1))
            ORDER BY project_id
            """, JSONText.list(projects.map(String.init))
        ).map { row in
            ConfidentialDocument(
                projectID: try row.get("project_id"), key: try row.get("key"),
                squashed: try row.get("squashed"),
                isArchived: try row.get("state") as Int64 == 2,
                releasedAt: try row.get("released_at"), marks: try row.get("marks"),
                name: try row.get("name"), version: try row.get("version"),
                summary: try row.get("summary"), text: try row.get("text"))
        }
    }

    /// What it costs as a result of a query, by the rules that hold for all projects; nil where it is
    /// none.
    func cost(of query: SearchText, isNameKnown: Bool) -> Double? {
        if query.isEmpty { return isArchived ? nil : SearchRanking.text(rank: nil) }
        var costs: [Double] = []
        if let typed = query.squashed {
            if typed == squashed {
                return query.written == key ? SearchRanking.exactName : SearchRanking.sameLetters
            }
            guard !isArchived else { return nil }
            if squashed.hasPrefix(typed) {
                costs.append(
                    SearchRanking.prefix(
                        typed: typed.utf8.count, name: squashed.utf8.count, rank: nil))
            }
            if typed.utf8.count >= NameKey.shortestWithErrors,
                let edit = NameKey.editCost(typed: Array(typed.utf8), name: Array(squashed.utf8))
            {
                costs.append(SearchRanking.error(edit, isNameKnown: isNameKnown, rank: nil))
            }
            if typed.utf8.count >= 3, squashed.contains(typed) {
                costs.append(SearchRanking.piece(rank: nil))
            }
        }
        guard !isArchived else { return nil }
        let nameWords = Self.words(name)
        if Self.has(query, in: [nameWords]) { costs.append(SearchRanking.nameWords(rank: nil)) }
        if Self.has(query, in: [nameWords, Self.words(summary ?? ""), Self.words(text ?? "")]) {
            costs.append(SearchRanking.text(rank: nil))
        }
        return costs.min()
    }

    /// Whether every phrase stands in one of the texts, the last word perhaps only begun.
    private static func has(_ query: SearchText, in texts: [[String]]) -> Bool {
        query.phrases.enumerated().allSatisfy { number, phrase in
            let wanted = phrase.map { $0.lowercased() }
            let isOpen = query.isLastOpen && number == query.phrases.count - 1
            return texts.contains { words in
                guard words.count >= wanted.count else { return false }
                return (0...(words.count - wanted.count)).contains { start in
                    wanted.indices.allSatisfy { place in
                        let word = words[start + place]
                        return isOpen && place == wanted.count - 1
                            ? word.hasPrefix(wanted[place]) : word == wanted[place]
                    }
                }
            }
        }
    }

    private static func words(_ text: String) -> [String] {
        text.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
    }
}

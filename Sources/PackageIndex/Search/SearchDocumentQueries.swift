import Database

/// Puts projects into a search file and takes them out again.
enum SearchDocumentQueries {
    /// Where a project stands among those of this index.
    enum Place {
        /// Before all others: it changed last.
        case front
        /// Behind all others: while a file is filled from the newest to the oldest. In rising order
        /// the index of words is written fastest.
        case back
        /// Where it stood: it is the same, and more is known of it.
        case same
    }

    /// Makes the file say of a name what the index says of it now.
    static func put(
        _ subject: SearchSubject, of key: String, at place: Place = .front, indexedBelow: Int64,
        _ connection: any SQLConnection
    ) throws {
        let old = try remove(key, connection)
        switch subject {
        case .absent: break
        case .withheld:
            try connection.run("INSERT INTO withheld (key) VALUES ($1)", key)
        case .listed(let document):
            try insert(document, as: try number(place, old, connection), connection)
        case .confidential(let project, let document):
            try insert(document, of: project, connection)
        }
        // Outsiders see of a private project's name what a catalogue says of it, as if there were
        // no such project.
        let standsInFront: Bool =
            switch subject {
            case .listed, .withheld: true
            case .confidential, .absent: false
            }
        try hideCatalogue(standsInFront, key, indexedBelow: indexedBelow, connection)
    }

    /// Takes out what there is of a name, and returns the number that it had.
    private static func remove(
        _ key: String, _ connection: any SQLConnection
    ) throws -> Int64? {
        try connection.run("DELETE FROM withheld WHERE key = $1", key)
        try connection.run("DELETE FROM confidential WHERE key = $1", key)
        let rows = try connection.rows(
            """
            SELECT id, squashed, state FROM documents WHERE squashed = $1 AND key = $2 AND id < $3
            """, NameKey.squashed(key) ?? key, key, SearchFile.firstOfCatalogue)
        for row in rows {
            let id: Int64 = try row.get("id")
            if try row.get("state") as Int64 == 0 {
                try unindex(id, connection)
                try changeVariants(
                    of: try row.get("squashed"), id: id,
                    "DELETE FROM variants WHERE entry IN (SELECT value FROM json_each($1))",
                    connection)
            }
            try connection.run("DELETE FROM documents WHERE id = $1", id)
        }
        return try rows.first?.get("id")
    }

    private static func number(
        _ place: Place, _ old: Int64?, _ connection: any SQLConnection
    ) throws -> Int64 {
        if place == .same, let old { return old }
        let aggregate = place == .back ? "MAX" : "MIN"
        let edge: Int64? = try connection.row(
            "SELECT \(aggregate)(id) AS edge FROM documents WHERE id < $1",
            SearchFile.firstOfCatalogue)?.get("edge")
        return (edge ?? SearchFile.firstOfIndex) + (place == .back ? 1 : -1)
    }

    private static func insert(
        _ document: SearchDocument, as id: Int64, _ connection: any SQLConnection
    ) throws {
        let state = document.isArchived ? 2 : 0
        try connection.run(
            """
            INSERT INTO documents
                (id, key, squashed, rank, state, released_at, marks, name, version, summary, text)
            VALUES ($1, $2, $3, (
                SELECT rank FROM documents WHERE squashed = $3 AND key = $2 AND id >= $11
            ), $4, $5, $6, $7, $8, $9, $10)
            """, id, document.key, document.squashed, state, document.releasedAt?.microseconds,
            try markWords(document.marks, connection), document.name, document.version,
            document.summary, document.text, SearchFile.firstOfCatalogue)
        guard state == 0 else { return }
        try index(id, connection)
        try changeVariants(
            of: document.squashed, id: id,
            "INSERT OR IGNORE INTO variants (entry) SELECT value FROM json_each($1)", connection)
    }

    private static func insert(
        _ document: SearchDocument, of project: Int64, _ connection: any SQLConnection
    ) throws {
        try connection.run(
            """
            INSERT OR REPLACE INTO confidential
                (project_id, key, squashed, state, released_at, marks, name, version, summary, text)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """, project, document.key, document.squashed, document.isArchived ? 2 : 0,
            document.releasedAt?.microseconds, try markWords(document.marks, connection),
            document.name, document.version, document.summary, document.text)
    }

    /// Takes the catalogue's line of a name out of the results, or puts it back.
    private static func hideCatalogue(
        _ isHidden: Bool, _ key: String, indexedBelow: Int64, _ connection: any SQLConnection
    ) throws {
        let rows = try connection.rows(
            """
            SELECT id FROM documents
            WHERE squashed = $1 AND key = $2 AND id >= $3 AND state = $4
            """, NameKey.squashed(key) ?? key, key, SearchFile.firstOfCatalogue, isHidden ? 0 : 1)
        for row in rows {
            let id: Int64 = try row.get("id")
            let isIndexed = id < indexedBelow
            if isHidden, isIndexed { try unindex(id, connection) }
            try connection.run(
                "UPDATE documents SET state = $1 WHERE id = $2", isHidden ? 1 : 0, id)
            if !isHidden, isIndexed { try index(id, connection) }
        }
    }

    private static func index(_ id: Int64, _ connection: any SQLConnection) throws {
        try connection.run(
            """
            INSERT INTO words (rowid, name, summary, text, marks)
            SELECT id, name, summary, text, marks FROM documents WHERE id = $1
            """, id)
        try connection.run(
            "INSERT INTO pieces (rowid, squashed) SELECT id, squashed FROM documents WHERE id = $1",
            id)
    }

    /// Must come before the document changes: an index without content of its own has to be told
    /// what it forgets.
    private static func unindex(_ id: Int64, _ connection: any SQLConnection) throws {
        try connection.run(
            """
            INSERT INTO words (words, rowid, name, summary, text, marks)
            SELECT 'delete', id, name, summary, text, marks FROM documents WHERE id = $1
            """, id)
        try connection.run(
            """
            INSERT INTO pieces (pieces, rowid, squashed)
            SELECT 'delete', id, squashed FROM documents WHERE id = $1
            """, id)
    }

    private static func changeVariants(
        of squashed: String, id: Int64, _ statement: String, _ connection: any SQLConnection
    ) throws {
        guard squashed.utf8.count <= NameKey.longestWithErrors else { return }
        let entries = NameKey.variantHashes(of: squashed.utf8).map { $0 << 32 | id }
        try connection.run(statement, arguments: [.text(JSONText.list(entries.map(String.init)))])
    }

    /// The words that stand for marks, each mark numbered the first time that it is seen.
    private static func markWords(
        _ marks: Set<SearchMark>, _ connection: any SQLConnection
    ) throws -> String? {
        guard !marks.isEmpty else { return nil }
        let ids = try marks.map { mark -> Int64 in
            try connection.run(
                "INSERT INTO marks (facet, value) VALUES ($1, $2) ON CONFLICT DO NOTHING",
                mark.facet.rawValue, mark.value)
            let row = try connection.row(
                "SELECT id FROM marks WHERE facet = $1 AND value = $2", mark.facet.rawValue,
                mark.value)
            return try row?.get("id") ?? 0
        }
        return ids.sorted().map(SearchMark.word).joined(separator: " ")
    }
}

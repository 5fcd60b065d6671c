import Database

extension Index {
    /// The serial of the newest change; 0 in an empty index.
    package func lastSerial() async throws -> Int64 {
        try await database.read { try Self.lastSerial($0) }
    }

    static func lastSerial(_ connection: any SQLConnection) throws -> Int64 {
        let row = try connection.row("SELECT serial FROM journal_counter WHERE id = 1")
        return try row?.get("serial") ?? 0
    }

    /// The changes after a serial, oldest first, at most `limit` of them.
    package func journal(after serial: Int64, limit: Int) async throws -> [JournalEntry] {
        try await database.read { connection in
            try connection.rows(
                """
                SELECT serial, project, version, filename, action, detail, actor, at
                FROM journal WHERE serial > $1 ORDER BY serial LIMIT $2
                """, serial, limit
            ).map(JournalEntry.init)
        }
    }
}

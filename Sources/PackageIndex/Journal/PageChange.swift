import Database

/// A mark that a job found something out which the pages of a project show, or that who published it
/// left the index or came back.
///
/// It is no change of the project, so the journal, which mirrors follow, does not tell it. Whoever
/// keeps pages follows these marks beside the journal.
enum PageChange {
    /// What something was found out about.
    enum Subject {
        case project(Int64), release(Int64), file(Int64)
    }

    /// How long marks stay for those who follow them.
    static let lifetime: Duration = .seconds(24 * 3600)

    /// Leaves a mark, as the last that a transaction does.
    ///
    /// The counter's row stays locked from here to the commit, so that marks are numbered in the
    /// order of commits, as the journal's serials are.
    static func note(
        _ subject: Subject, at now: Timestamp, in connection: any SQLConnection
    ) throws {
        guard let project = try Self.project(of: subject, connection) else { return }
        let counter = try connection.row(
            "UPDATE page_counter SET serial = serial + 1 WHERE id = 1 RETURNING serial")
        guard let serial: Int64 = try counter?.get("serial") else { throw JournalCounterMissing() }
        try connection.run(
            "INSERT INTO page_changes (serial, project, at) VALUES ($1, $2, $3)", serial, project,
            now.microseconds)
    }

    /// Leaves marks for the projects with files by a user, but for those whose newest entry in the
    /// journal has a serial: that one tells of them.
    ///
    /// All are numbered by one statement, since everybody else who has a mark to leave waits.
    static func notePublished(
        by user: Int64, toldOfAt serial: Int64?, at now: Timestamp, in connection: any SQLConnection
    ) throws {
        let counter = try connection.row(
            "UPDATE page_counter SET serial = serial WHERE id = 1 RETURNING serial")
        guard let last: Int64 = try counter?.get("serial") else { throw JournalCounterMissing() }
        let count = try connection.run(
            """
            INSERT INTO page_changes (serial, project, at)
            SELECT $1 + ROW_NUMBER() OVER (ORDER BY id), normalized_name, $2 FROM projects
            WHERE id IN (SELECT project_id FROM files WHERE uploader_id = $3)
              AND last_serial <> $4
            """, last, now.microseconds, user, serial ?? -1)
        try connection.run("UPDATE page_counter SET serial = serial + $1 WHERE id = 1", count)
    }

    private static func project(
        of subject: Subject, _ connection: any SQLConnection
    ) throws -> String? {
        let row =
            switch subject {
            case .project(let id):
                try connection.row("SELECT normalized_name FROM projects WHERE id = $1", id)
            case .release(let id):
                try connection.row(
                    """
                    SELECT normalized_name FROM projects
                    WHERE id = (SELECT project_id FROM releases WHERE id = $1)
                    """, id)
            case .file(let id):
                try connection.row(
                    """
                    SELECT normalized_name FROM projects
                    WHERE id = (SELECT project_id FROM files WHERE id = $1)
                    """, id)
            }
        return try row?.get("normalized_name")
    }
}

extension Index {
    /// The marks after a serial, oldest first, at most `limit` of them.
    func pageChanges(
        after serial: Int64, limit: Int
    ) async throws -> [(serial: Int64, project: String)] {
        try await database.read { connection in
            try connection.rows(
                """
                SELECT serial, project FROM page_changes WHERE serial > $1
                ORDER BY serial LIMIT $2
                """, serial, limit
            ).map { (serial: try $0.get("serial"), project: try $0.get("project")) }
        }
    }
}

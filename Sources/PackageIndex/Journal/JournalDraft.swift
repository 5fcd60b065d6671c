import Database

/// The entries that one transaction is going to append to the journal.
struct JournalDraft {
    struct Line {
        let project: String
        let action: JournalEntry.Action
        let version: String?
        let filename: String?
        let detail: String?
        let actor: String?
    }

    /// The user whose projects' pages name them differently from now on, as publisher; the journal
    /// tells nothing of that.
    var publisher: Int64?

    private var lines: [Line] = []

    mutating func append(
        _ action: JournalEntry.Action, project: String, version: String? = nil,
        filename: String? = nil, detail: String? = nil, by actor: String?
    ) {
        lines.append(
            Line(
                project: project, action: action, version: version, filename: filename,
                detail: detail, actor: actor))
    }

    /// The projects whose latest release may be another one afterwards.
    var projectsOfOtherReleases: [String] {
        Set(lines.filter { $0.action.mayChangeLatestRelease }.map(\.project)).sorted()
    }

    /// Takes the serials and writes the lines, and the marks for pages that they do not tell of.
    ///
    /// The counters' rows stay locked from here to the commit, which is what puts serials in the
    /// order of commits: nothing but this may follow in the transaction.
    func write(to connection: any SQLConnection, at moment: Timestamp) throws {
        let serial = try writeLines(to: connection, at: moment)
        guard let publisher else { return }
        try PageChange.notePublished(
            by: publisher, toldOfAt: serial, at: moment, in: connection)
    }

    /// Writes the lines and hands back the last serial, which their projects have by then; nil where
    /// there is no line.
    private func writeLines(
        to connection: any SQLConnection, at moment: Timestamp
    ) throws -> Int64? {
        guard !lines.isEmpty else { return nil }
        let counter = try connection.row(
            "UPDATE journal_counter SET serial = serial + $1 WHERE id = 1 RETURNING serial",
            lines.count)
        guard let last: Int64 = try counter?.get("serial") else {
            throw JournalCounterMissing()
        }
        for (offset, line) in lines.enumerated() {
            let serial = last - Int64(lines.count - 1 - offset)
            try connection.run(
                """
                INSERT INTO journal (serial, project, version, filename, action, detail, actor, at)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                """,
                serial, line.project, line.version, line.filename, line.action.rawValue,
                line.detail, line.actor, moment.microseconds)
        }
        for project in Set(lines.map(\.project)) {
            try connection.run(
                "UPDATE projects SET last_serial = $1 WHERE normalized_name = $2", last, project)
        }
        return last
    }
}

/// The journal's counter has no row: the database was not made by this program's migrations.
struct JournalCounterMissing: Error {}

import Database

/// A piece of work that waits in the database until some server has done it.
package struct Job: Sendable {
    /// What there is to do.
    package enum Kind: String, Sendable, CaseIterable {
        /// Look inside a published file and keep a report; the payload is the file's row number.
        case inspectFile = "inspect-file"
        /// Remove what was deleted long enough ago, and blobs that no row names.
        case collectGarbage = "collect-garbage"
        /// Compare the name of a new project with well-known ones; the payload is the project's row
        /// number.
        case judgeName = "judge-name"
        /// Fill in columns for rows of before there were these columns; the payload is the number
        /// of the last release that has them.
        case fillDerivedColumns = "fill-derived-columns"
        /// Change a long-standing owner's role, who had time to object; the payload is the row
        /// number of the change.
        case changeRole = "change-role"
        /// Hand on a mail; the payload is its identifier.
        case sendMail = "send-mail"
        /// Write to whom a wish for a new password is about; the payload is the wish.
        case sendPasswordReset = "send-password-reset"
        /// Render a release's description; the payload is the release's row number.
        case renderDescription = "render-description"
        /// See which of a project's addresses link back; the payload is the project's row number.
        case verifyURLs = "verify-urls"

        /// Which worker does it.
        package var lane: Lane {
            switch self {
            case .inspectFile, .collectGarbage, .judgeName, .fillDerivedColumns, .changeRole:
                .storage
            case .sendMail, .sendPasswordReset: .mail
            case .renderDescription: .descriptions
            case .verifyURLs: .web
            }
        }

        /// After how many tries a job is given up: mail servers may be away for days.
        var mostAttempts: Int { self == .sendMail ? 12 : 5 }
    }

    /// Jobs that wait for the same thing, and therefore for one another only.
    package enum Lane: String, Sendable, CaseIterable {
        /// What reads whole files or removes them.
        case storage
        /// What waits for a mail server.
        case mail
        /// What waits for the renderer of descriptions.
        case descriptions
        /// What waits for other people's web servers.
        case web
    }

    /// Where it stands.
    package enum State: String, Sendable, CaseIterable {
        case ready, running, done, failed
    }

    /// The row's number.
    package let id: Int64
    /// What there is to do; nil for a kind that only a newer version knows.
    package let kind: Kind?
    /// Where it stands.
    package let state: State
    /// How often it was tried.
    package let attempts: Int
    /// What it is about.
    package let payload: String
    /// Not before then.
    package let runAfter: Timestamp
    /// What went wrong last.
    package let lastError: String?

    static let columns = "id, kind, state, attempts, payload, run_after, last_error"

    /// The condition for jobs of these lanes; kinds that only a newer version knows are in none.
    static func isOf(_ lanes: Set<Lane>) -> String {
        let kinds = Kind.allCases.filter { lanes.contains($0.lane) }.map { "'\($0.rawValue)'" }
        return "kind IN (\(kinds.joined(separator: ", ")))"
    }

    /// How often a job of its kind may be tried, as SQL.
    static let mostAttempts =
        "CASE kind "
        + Kind.allCases.map { "WHEN '\($0.rawValue)' THEN \($0.mostAttempts)" }
        .joined(separator: " ") + " ELSE 0 END"

    init(_ row: SQLRow) throws {
        id = try row.get("id")
        kind = Kind(rawValue: try row.get("kind"))
        state = State(rawValue: try row.get("state")) ?? .failed
        attempts = try row.get("attempts")
        payload = try row.get("payload")
        runAfter = Timestamp(microseconds: try row.get("run_after"))
        lastError = try row.get("last_error")
    }

    /// Adds a job to a transaction, to be done at once or not before a moment; one with the same
    /// key that is there already stands for it.
    static func enqueue(
        _ kind: Kind, key: String, payload: String, at now: Timestamp,
        notBefore start: Timestamp? = nil, _ connection: any SQLConnection
    ) throws {
        try connection.run(
            """
            INSERT INTO jobs (kind, idempotency_key, payload, run_after, created_at)
            VALUES ($1, $2, $3, $4, $5) ON CONFLICT (idempotency_key) DO NOTHING
            """, kind.rawValue, key, payload, (start ?? now).microseconds, now.microseconds)
    }
}

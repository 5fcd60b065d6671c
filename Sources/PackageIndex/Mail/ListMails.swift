import Database

/// A mail in the queue or gone, without what stands in it.
package struct QueuedMail: Sendable, Hashable {
    /// Whom it goes to.
    package let recipient: String
    /// The name of its kind.
    package let kind: String
    /// When it was written.
    package let createdAt: Timestamp
    /// When it went out; nil where it did not yet.
    package let sentAt: Timestamp?
    /// Why it never will; nil where it may.
    package let refusal: String?

    init(_ row: SQLRow) throws {
        recipient = try row.get("recipient")
        kind = try row.get("kind")
        createdAt = Timestamp(microseconds: try row.get("created_at"))
        sentAt = (try row.get("sent_at") as Int64?).map(Timestamp.init(microseconds:))
        refusal = try row.get("refusal")
    }
}

extension Index {
    /// The newest mails, the newest first.
    package func newestMails(limit: Int = 100) async throws -> [QueuedMail] {
        try await database.read { connection in
            try connection.rows(
                """
                SELECT recipient, kind, created_at, sent_at, refusal FROM mails
                ORDER BY id DESC LIMIT $1
                """, limit
            ).map(QueuedMail.init)
        }
    }
}

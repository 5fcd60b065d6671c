import Database

/// A browser in which a user has signed in.
package struct Session: Sendable {
    /// The row's number.
    package let id: Int64
    /// The stable public identifier, a UUID, by which its owner ends it from elsewhere.
    package let uid: String
    /// Whose it is.
    package let user: User
    /// When it began.
    package let createdAt: Timestamp
    /// When it was used last, to five minutes.
    package let lastSeenAt: Timestamp
    /// When it ends by itself unless it is used.
    package let expiresAt: Timestamp
    /// When its owner last proved who they are.
    package let provenAt: Timestamp
    /// Where it began.
    package let clientAddress: String?
    /// The browser in which it began, in its own words.
    package let userAgent: String?

    /// How long a session lasts without being used.
    package static let idleTime: Duration = .seconds(12 * 3600)
    /// How long a session lasts at most.
    package static let longestTime: Duration = .seconds(14 * 24 * 3600)
    /// How long a proof of who somebody is opens what is dangerous.
    package static let proofTime: Duration = .seconds(30 * 60)

    static let columns = """
        sessions.id AS session_id, sessions.uid AS session_uid,
        sessions.created_at AS session_created_at, last_seen_at, expires_at, proven_at,
        client_address, user_agent, \(User.columns)
        """

    init(_ row: SQLRow) throws {
        id = try row.get("session_id")
        uid = try row.get("session_uid")
        user = try User(row)
        createdAt = Timestamp(microseconds: try row.get("session_created_at"))
        lastSeenAt = Timestamp(microseconds: try row.get("last_seen_at"))
        expiresAt = Timestamp(microseconds: try row.get("expires_at"))
        provenAt = Timestamp(microseconds: try row.get("proven_at"))
        clientAddress = try row.get("client_address")
        userAgent = try row.get("user_agent")
    }

    /// Whether its owner proved who they are lately enough for what is dangerous.
    package func isProven(at now: Timestamp) -> Bool { provenAt + Self.proofTime > now }
}

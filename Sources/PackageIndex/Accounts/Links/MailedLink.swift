import Database

/// What following a mailed link does.
enum LinkPurpose: String, Sendable {
    case verifyEmail = "verify-email"
    case resetPassword = "reset-password"
    case confirmSignIn = "confirm-sign-in"
    case restoreAccount = "restore-account"
}

/// A link that went out by mail: whoever holds its secret may do one thing, once, for some hours.
///
/// Opening it only shows what it is for; a form does it, so that programs that look at mails before
/// people do use up nothing.
struct MailedLink: Sendable {
    let id: Int64
    let userID: Int64
    /// What it is about, in the terms of its purpose.
    let subject: String
    let createdAt: Timestamp

    static let lifetime: Duration = .seconds(6 * 3600)

    private static let columns = "id, user_id, subject, created_at"

    private init(_ row: SQLRow) throws {
        id = try row.get("id")
        userID = try row.get("user_id")
        subject = try row.get("subject")
        createdAt = Timestamp(microseconds: try row.get("created_at"))
    }

    /// Makes a link and hands back its secret; links of the same purpose and subject that are still
    /// open are good for nothing any more.
    static func make(
        _ purpose: LinkPurpose, for userID: Int64, about subject: String,
        lasting lifetime: Duration = Self.lifetime, at now: Timestamp,
        in connection: any SQLConnection
    ) throws -> BearerSecret {
        try void(purpose, of: userID, about: subject, at: now, in: connection)
        let secret = BearerSecret()
        try connection.run(
            """
            INSERT INTO links (secret_hash, purpose, user_id, subject, created_at, expires_at)
            VALUES ($1, $2, $3, $4, $5, $6)
            """, secret.digest, purpose.rawValue, userID, subject, now.microseconds,
            (now + lifetime).microseconds)
        return secret
    }

    /// The open link of a secret; refused where there is none, whatever the reason.
    static func find(
        _ secret: String, _ purpose: LinkPurpose, at now: Timestamp,
        in connection: any SQLConnection
    ) throws -> MailedLink {
        let row = try BearerSecret(secret).flatMap { secret in
            try connection.row(
                """
                SELECT \(columns) FROM links
                WHERE secret_hash = $1 AND purpose = $2 AND used_at IS NULL AND expires_at > $3
                """, secret.digest, purpose.rawValue, now.microseconds)
        }
        guard let row else { throw invalid }
        return try MailedLink(row)
    }

    /// Uses the link up; refused where somebody else was quicker.
    func use(at now: Timestamp, in connection: any SQLConnection) throws {
        let changed = try connection.run(
            "UPDATE links SET used_at = $1 WHERE id = $2 AND used_at IS NULL",
            now.microseconds, id)
        guard changed == 1 else { throw Self.invalid }
    }

    /// Makes a user's open links of a purpose good for nothing, all or those about one thing.
    static func void(
        _ purpose: LinkPurpose, of userID: Int64, about subject: String? = nil,
        at now: Timestamp, in connection: any SQLConnection
    ) throws {
        try connection.run(
            """
            UPDATE links SET used_at = $1
            WHERE user_id = $2 AND purpose = $3 AND used_at IS NULL
              AND (CAST($4 AS TEXT) IS NULL OR subject = $4)
            """, now.microseconds, userID, purpose.rawValue, subject)
    }

    static let invalid = Refusal(
        .mailedLinkInvalid, "This link is not valid any more, or never was.")
}

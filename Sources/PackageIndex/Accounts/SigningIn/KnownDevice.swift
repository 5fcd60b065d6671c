import Database

/// A browser from which a user has signed in before, known by a secret in its cookie and never by
/// its address.
///
/// One secret may be known for several users of the same browser.
enum KnownDevice {
    /// How long a browser stays known without being used.
    static let lifetime: Duration = .seconds(365 * 24 * 3600)

    /// Whether the browser is known for the user, which keeps it known.
    static func recognize(
        _ secret: BearerSecret?, of userID: Int64, at now: Timestamp,
        in connection: any SQLConnection
    ) throws -> Bool {
        guard let secret else { return false }
        return try connection.run(
            """
            UPDATE devices SET last_seen_at = $1
            WHERE user_id = $2 AND secret_hash = $3 AND last_seen_at > $4
            """, now.microseconds, userID, secret.digest, (now - lifetime).microseconds) == 1
    }

    /// Makes a browser known for a user and hands back its new secret.
    ///
    /// A secret that the browser had before is never made known: somebody may have planted it. The
    /// users who are known by it are known by the new one as well.
    static func add(
        after old: BearerSecret?, of userID: Int64, from client: ClientTrace, at now: Timestamp,
        in connection: any SQLConnection
    ) throws -> BearerSecret {
        let secret = BearerSecret()
        if let old {
            try connection.run(
                """
                INSERT INTO devices
                    (user_id, secret_hash, created_at, last_seen_at, client_address, user_agent)
                SELECT user_id, CAST($1 AS TEXT), created_at, last_seen_at, client_address,
                    user_agent
                FROM devices WHERE secret_hash = $2 AND user_id <> $3
                """, secret.digest, old.digest, userID)
        }
        try connection.run(
            """
            INSERT INTO devices
                (user_id, secret_hash, created_at, last_seen_at, client_address, user_agent)
            VALUES ($1, $2, $3, $3, $4, $5)
            """, userID, secret.digest, now.microseconds, client.address, client.userAgent)
        return secret
    }

    /// Forgets every browser of a user.
    static func forgetAll(of userID: Int64, in connection: any SQLConnection) throws {
        try connection.run("DELETE FROM devices WHERE user_id = $1", userID)
    }
}

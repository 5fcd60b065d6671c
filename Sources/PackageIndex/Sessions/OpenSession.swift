import Database

extension Index {
    /// Begins a session for a user who has just proved who they are, and returns its secret.
    ///
    /// Every session has a secret of its own, made here: none that a browser had before becomes one.
    static func openSession(
        for userID: Int64, from client: ClientTrace, at now: Timestamp,
        in connection: any SQLConnection
    ) throws -> BearerSecret {
        let secret = BearerSecret()
        try connection.run(
            """
            INSERT INTO sessions (uid, secret_hash, user_id, created_at, last_seen_at, expires_at,
                proven_at, client_address, user_agent)
            VALUES ($1, $2, $3, $4, $4, $5, $4, $6, $7)
            """, Identifier.random(), secret.digest, userID, now.microseconds,
            (now + Session.idleTime).microseconds, client.address, client.userAgent)
        try connection.run(
            "UPDATE users SET last_signed_in_at = $1 WHERE id = $2", now.microseconds, userID)
        return secret
    }
}

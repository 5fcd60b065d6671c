import Database

extension Index {
    /// Lets go of what accounts need no more: links, sign-ins and sessions that ended, counts of
    /// tries, browsers not seen for a year, removed addresses after 24 months, old history; and
    /// makes deleted accounts nobody's after the grace period.
    ///
    /// May run twice.
    func forgetAccounts() async throws {
        let now = clock.now()
        let day = Duration.seconds(24 * 3600)
        let grace = settings.deletionGrace
        try await database.write { connection in
            let forgotten: [(String, Timestamp)] = [
                ("DELETE FROM sign_ins WHERE expires_at < $1", now),
                ("DELETE FROM sessions WHERE expires_at < $1", now),
                ("DELETE FROM sessions WHERE created_at < $1", now - Session.longestTime),
                ("DELETE FROM links WHERE expires_at < $1", now - day * 7),
                ("DELETE FROM devices WHERE last_seen_at < $1", now - KnownDevice.lifetime),
                ("DELETE FROM emails WHERE removed_at < $1", now - Self.removedAddressNotices),
                ("DELETE FROM events WHERE project_id IS NULL AND at < $1", now - day * 730),
            ]
            for (statement, limit) in forgotten {
                try connection.run(statement, limit.microseconds)
            }
            try connection.run(
                "DELETE FROM rate_counts WHERE window_start < $1", (now - day * 2).seconds)
            let gone = try connection.rows(
                "SELECT id FROM users WHERE deleted_at < $1 AND id IN (SELECT user_id FROM emails)",
                (now - grace).microseconds)
            for row in gone { try Self.anonymize(try row.get("id"), in: connection) }
        }
    }

    /// Leaves of a deleted account its name, which nobody gets again, and what it did to projects.
    private static func anonymize(_ id: Int64, in connection: any SQLConnection) throws {
        try connection.run(
            "UPDATE users SET password_hash = NULL, full_name = NULL, is_admin = 0 WHERE id = $1",
            id)
        for table in [
            "emails", "sessions", "devices", "sign_ins", "authenticators", "security_keys",
            "recovery_codes", "links", "tokens", "roles",
        ] {
            try connection.run("DELETE FROM \(table) WHERE user_id = $1", id)
        }
        try connection.run("DELETE FROM mails WHERE user_id = $1 AND sent_at IS NOT NULL", id)
        try connection.run(
            "UPDATE events SET client_address = NULL, user_agent = NULL WHERE user_id = $1", id)
    }
}

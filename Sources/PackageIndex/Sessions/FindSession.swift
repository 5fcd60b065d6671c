import Database
import Logging

extension Index {
    /// The session of a secret; nil where it ended, or its user was frozen or deleted.
    ///
    /// Using a session keeps it alive, up to its longest time.
    package func session(_ secret: BearerSecret) async throws -> Session? {
        let now = clock.now()
        let found = try await database.read { connection in
            try connection.row(
                """
                SELECT \(Session.columns) FROM sessions JOIN users ON users.id = sessions.user_id
                WHERE secret_hash = $1 AND expires_at > $2 AND sessions.created_at > $3
                  AND is_frozen = 0 AND users.deleted_at IS NULL
                """, secret.digest, now.microseconds, (now - Session.longestTime).microseconds
            ).map(Session.init)
        }
        if let found, found.lastSeenAt + .seconds(300) < now { await keepAlive(found, at: now) }
        return found
    }

    private func keepAlive(_ session: Session, at now: Timestamp) async {
        do {
            try await database.write { connection in
                try connection.run(
                    "UPDATE sessions SET last_seen_at = $1, expires_at = $2 WHERE id = $3",
                    now.microseconds, (now + Session.idleTime).microseconds, session.id)
            }
        } catch {
            // A disk that is full must not keep readers out.
            logger.warning("the use of a session cannot be noted: \(error)")
        }
    }
}

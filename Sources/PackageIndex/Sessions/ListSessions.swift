import Database

extension Index {
    /// The sessions that a user has open, the one used last first.
    package func sessions(of user: User) async throws -> [Session] {
        let now = clock.now()
        return try await database.read { connection in
            try connection.rows(
                """
                SELECT \(Session.columns) FROM sessions JOIN users ON users.id = sessions.user_id
                WHERE sessions.user_id = $1 AND expires_at > $2 AND sessions.created_at > $3
                ORDER BY last_seen_at DESC, sessions.id DESC
                """, user.id, now.microseconds, (now - Session.longestTime).microseconds
            ).map(Session.init)
        }
    }

    /// Ends one of the session's user's sessions by its identifier.
    package func endSession(
        _ uid: String, by session: Session, from client: ClientTrace
    ) async throws {
        let now = clock.now()
        try await database.write { connection in
            try session.hold(in: connection)
            let ended = try connection.run(
                "DELETE FROM sessions WHERE uid = $1 AND user_id = $2", uid, session.user.id)
            guard ended == 1 else {
                throw Refusal(.sessionUnknown, "There is no such session; it may have ended.")
            }
            try SecurityEvent.record(
                .sessionEnded, user: session.user.id, by: session.user.name, from: client,
                at: now, in: connection)
        }
    }

    /// Ends every session of the session's user but this one, and forgets every browser.
    package func endOtherSessions(than session: Session, from client: ClientTrace) async throws {
        let now = clock.now()
        try await database.write { [mailStyle] connection in
            try session.hold(in: connection)
            try Self.endSessions(of: session.user.id, except: session, in: connection)
            try KnownDevice.forgetAll(of: session.user.id, in: connection)
            try SecurityEvent.record(
                .sessionEnded, user: session.user.id, ["which": "all others"],
                by: session.user.name, from: client, at: now, in: connection)
            try Mail.sessionsEnded(MailOccasion(now, from: client))
                .enqueue(to: .security(of: session.user.id), mailStyle, at: now, connection)
        }
    }
}

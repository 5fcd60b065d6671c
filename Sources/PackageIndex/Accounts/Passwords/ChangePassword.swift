import Database

extension Index {
    /// Changes the password of the session's user, who shows the old one, and hands back the secret
    /// of a new session: every other one ends, this one too.
    package func changePassword(
        to new: String, old: String, in session: Session, from client: ClientTrace
    ) async throws -> BearerSecret {
        try await proveSession(session, password: old, from: client)
        let user = session.user
        let hash = try await passwordHash(new, of: user)
        let now = clock.now()
        return try await database.write { [mailStyle] connection in
            try session.hold(in: connection)
            try Self.setPassword(hash, of: user.id, at: now, in: connection)
            try SecurityEvent.record(
                .passwordChanged, user: user.id, by: user.name, from: client, at: now,
                in: connection)
            try Mail.passwordChanged(MailOccasion(now, from: client))
                .enqueue(to: .security(of: user.id), mailStyle, at: now, connection)
            return try Self.openSession(for: user.id, from: client, at: now, in: connection)
        }
    }

    /// The hash of a new password that is worth something for a user.
    func passwordHash(_ text: String, of user: User) async throws -> PasswordHash {
        let addresses = try await emails(of: user).map(\.address)
        let personal = [user.name, user.fullName ?? ""] + addresses
        let password = try Password(text, of: personal)
        return try await blocking.run { [work = settings.passwordWork] in
            try PasswordHash(password: password.text, logRounds: work)
        }
    }

    /// Sets a password and ends what hung on the old one: sessions, sign-ins under way, and links to
    /// a new one.
    static func setPassword(
        _ hash: PasswordHash, of userID: Int64, at now: Timestamp, in connection: any SQLConnection
    ) throws {
        try connection.run(
            "UPDATE users SET password_hash = $1, password_changed_at = $2 WHERE id = $3",
            hash.stored, now.microseconds, userID)
        try endSessions(of: userID, in: connection)
        try connection.run("DELETE FROM sign_ins WHERE user_id = $1", userID)
        try MailedLink.void(.resetPassword, of: userID, at: now, in: connection)
        try MailedLink.void(.confirmSignIn, of: userID, at: now, in: connection)
    }
}

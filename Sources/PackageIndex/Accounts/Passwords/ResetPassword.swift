import Database

/// What a password reset ended besides the old password.
package struct ResetConsequences: Sendable, Hashable {
    /// How many API tokens were revoked.
    package let tokens: Int
    /// How many invitations by the user were taken back.
    package let invitations: Int
}

extension Index {
    /// The name of the user for whom a mailed link sets a new password.
    package func passwordToReset(_ secret: String) async throws -> String {
        let now = clock.now()
        return try await database.read { connection in
            try Self.resettable(secret, at: now, connection).user.name
        }
    }

    /// Sets a new password by a mailed link.
    ///
    /// Whoever had the account before has nothing left: sessions, known browsers, API tokens, and the
    /// invitations and changes of roles that the user asked for end. Second factors stay, and are
    /// asked at the next sign-in; passkeys are among them and open the account alone no more.
    @discardableResult
    package func resetPassword(
        _ secret: String, to new: String, from client: ClientTrace
    ) async throws -> ResetConsequences {
        let now = clock.now()
        let user = try await database.read { connection in
            try Self.resettable(secret, at: now, connection).user
        }
        let hash = try await passwordHash(new, of: user)
        return try await database.write { [mailStyle] connection in
            let (link, user) = try Self.resettable(secret, at: now, connection)
            try user.lock(in: connection)
            try link.use(at: now, in: connection)
            try Self.setPassword(hash, of: user.id, at: now, in: connection)
            try SecurityKey.endPasskeys(of: user.id, in: connection)
            let ended = try Self.endRights(of: user, from: client, at: now, connection)
            try SecurityEvent.record(
                .passwordReset, user: user.id,
                ["tokens": "\(ended.tokens)", "invitations": "\(ended.invitations)"],
                by: user.name, from: client, at: now, in: connection)
            try Mail.passwordWasReset(
                tokens: ended.tokens, invitations: ended.invitations,
                factors: try SecondFactors.of(user.id, in: connection).names,
                addresses: try EmailEntry.all(of: user.id, in: connection).map(\.address),
                MailOccasion(now, from: client)
            ).enqueue(to: .security(of: user.id), mailStyle, at: now, connection)
            return ended
        }
    }

    /// Ends what a user has given out: known browsers, API tokens, open invitations.
    static func endRights(
        of user: User, from client: ClientTrace, at now: Timestamp, _ connection: any SQLConnection
    ) throws -> ResetConsequences {
        try KnownDevice.forgetAll(of: user.id, in: connection)
        let tokens = try connection.run(
            "UPDATE tokens SET revoked_at = $1 WHERE user_id = $2 AND revoked_at IS NULL",
            now.microseconds, user.id)
        let invitations = try endOffers(by: user, at: now, connection)
        return ResetConsequences(tokens: tokens, invitations: invitations)
    }

    /// Takes back what a user has offered and asked for and nobody has answered, and tells how many
    /// invitations that were.
    static func endOffers(
        by user: User, at now: Timestamp, _ connection: any SQLConnection
    ) throws -> Int {
        try connection.run(
            """
            UPDATE role_changes SET state = 'ended', ended_at = $1
            WHERE asked_by = $2 AND state = 'open'
            """, now.microseconds, user.id)
        return try connection.run(
            """
            UPDATE invitations SET state = 'revoked', answered_at = $1
            WHERE invited_by = $2 AND state = 'open'
            """, now.microseconds, user.id)
    }

    private static func resettable(
        _ secret: String, at now: Timestamp, _ connection: any SQLConnection
    ) throws -> (link: MailedLink, user: User) {
        let link = try MailedLink.find(secret, .resetPassword, at: now, in: connection)
        guard let user = try User.find(id: link.userID, in: connection), user.deletedAt == nil,
            !user.isFrozen
        else { throw MailedLink.invalid }
        return (link, user)
    }
}

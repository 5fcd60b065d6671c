import Database

extension Index {
    /// The address that a mailed link would verify for the session's user.
    ///
    /// Whoever gets a link that somebody else asked for verifies nothing for them: only the account
    /// that asked, signed in, can use it.
    package func emailToVerify(_ secret: String, in session: Session) async throws -> EmailAddress {
        let now = clock.now()
        return try await database.read { connection in
            try EmailAddress(Self.link(secret, session, at: now, connection).subject)
        }
    }

    /// Verifies the address of a mailed link, and tells the others that the user has.
    package func verifyEmail(
        _ secret: String, in session: Session, from client: ClientTrace
    ) async throws {
        let now = clock.now()
        let user = session.user
        try await database.write { [mailStyle] connection in
            try session.hold(in: connection)
            let link = try Self.link(secret, session, at: now, connection)
            try link.use(at: now, in: connection)
            let email = try EmailAddress(link.subject)
            // Whoever verifies the same address at this moment waits here, and is refused then.
            try connection.run(
                "UPDATE emails SET is_verified = is_verified WHERE normalized_address = $1",
                email.normalized)
            guard try EmailEntry.verified(email, in: connection) == nil else {
                throw Refusal(.emailTaken, "The address was verified for an account meanwhile.")
            }
            let changed = try connection.run(
                """
                UPDATE emails SET is_verified = 1, verified_at = $1
                WHERE user_id = $2 AND normalized_address = $3 AND removed_at IS NULL
                  AND is_verified = 0
                """, now.microseconds, user.id, email.normalized)
            guard changed == 1 else { throw MailedLink.invalid }
            try SecurityEvent.record(
                .emailVerified, user: user.id, ["address": email.text], by: user.name,
                from: client, at: now, in: connection)
            let others = try MailRecipients.security(of: user.id).resolve(at: now, connection)
                .filter { $0.address.lowercased() != email.normalized }
            try Mail.emailVerified(email, MailOccasion(now, from: client))
                .enqueue(to: others, mailStyle, at: now, connection)
        }
    }

    private static func link(
        _ secret: String, _ session: Session, at now: Timestamp, _ connection: any SQLConnection
    ) throws -> MailedLink {
        let link = try MailedLink.find(secret, .verifyEmail, at: now, in: connection)
        guard link.userID == session.user.id else {
            throw Refusal(
                .mailedLinkInvalid, "This link is for another account.",
                help: "Sign in with the account to which the address was added.")
        }
        return link
    }
}

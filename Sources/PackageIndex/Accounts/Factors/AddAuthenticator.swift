import Database

extension Index {
    /// Sets an authenticator app up as a second factor, which a code from it proves.
    ///
    /// The secret is the one that the page has shown; the code that proves it signs nobody in again.
    package func addAuthenticator(
        _ secret: AuthenticatorSecret, code: String, in session: Session, from client: ClientTrace
    ) async throws {
        let user = session.user
        let limits = RateLimit.factorTries(of: user, from: client)
        try await countTry(limits)
        let now = clock.now()
        let step: Int64
        switch secret.judge(code, at: now, lastStep: 0) {
        case .right(let right): step = right
        case .clockOff(let seconds): throw Self.clockOff(by: seconds)
        case .used, .wrong: throw Refusal(.factorWrong, "The code is not right.")
        }
        try await database.write { [mailStyle] connection in
            try session.hold(in: connection)
            try Self.giveTryBack(limits, at: now, in: connection)
            try Self.expectVerifiedAddress(of: user, in: connection)
            try Self.expectRecoveryCodes(of: user, in: connection)
            let added = try connection.run(
                """
                INSERT INTO authenticators (user_id, secret, last_step, created_at)
                VALUES ($1, $2, $3, $4) ON CONFLICT (user_id) DO NOTHING
                """, user.id, secret.bytes, step, now.microseconds)
            guard added == 1 else {
                throw Refusal(
                    .factorExists, "There is an authenticator app already.",
                    help: "Remove it before you add another.")
            }
            try Self.noteFactor(
                .factorAdded, "authenticator", label: nil,
                .secondFactorAdded(
                    .authenticator, MailOccasion(now, from: client)),
                of: user, from: client, mailStyle, at: now, connection)
        }
    }

    /// What is said of a code that belongs to another time: only here, where nobody guesses the secret.
    private static func clockOff(by seconds: Int) -> Refusal {
        let minutes = max(1, abs(seconds) / 60)
        return Refusal(
            .factorWrong,
            "The code is of a time some \(minutes) minutes \(seconds < 0 ? "ago" : "ahead"): the "
                + "clock of the device that shows it is wrong.",
            help: "Let the device set its clock by itself, then try the next code.")
    }

    /// Removes the authenticator app.
    package func removeAuthenticator(in session: Session, from client: ClientTrace) async throws {
        let user = session.user
        let now = clock.now()
        try await database.write { [mailStyle] connection in
            try session.hold(in: connection)
            let removed = try connection.run(
                "DELETE FROM authenticators WHERE user_id = $1", user.id)
            guard removed == 1 else {
                throw Refusal(.factorUnknown, "There is no authenticator app.")
            }
            try Self.noteFactor(
                .factorRemoved, "authenticator", label: nil,
                .secondFactorRemoved(
                    .authenticator, MailOccasion(now, from: client)),
                of: user, from: client, mailStyle, at: now, connection)
        }
    }

    /// Writes a change of second factors into the history, and tells the user's addresses.
    static func noteFactor(
        _ tag: EventTag, _ kind: String, label: String?, _ mail: Mail, of user: User,
        from client: ClientTrace, _ style: MailStyle, at now: Timestamp,
        _ connection: any SQLConnection
    ) throws {
        try SecurityEvent.record(
            tag, user: user.id, ["method": kind, "label": label], by: user.name, from: client,
            at: now, in: connection)
        try mail.enqueue(to: .security(of: user.id), style, at: now, connection)
    }
}

import Database

extension Index {
    /// Goes on with a sign-in by a code from an authenticator app.
    package func verifyCode(_ typed: String, in browser: SignInBrowser) async throws
        -> SignInOutcome
    {
        let user = try await countFactorTry(in: browser)
        let now = clock.now()
        return try await database.write { [mailStyle] connection in
            try user.hold(in: connection)
            let pending = try PendingSignIn.find(
                browser.pending, at: .factor, now: now, in: connection)
            try Self.checkCode(typed, of: user.id, at: now, in: connection)
            return try Self.passFactor(
                pending, of: user, by: .authenticator, in: browser, mailStyle, at: now, connection)
        }
    }

    /// Refuses a code that is not right just now, and remembers one that is: it works once.
    static func checkCode(
        _ typed: String, of userID: Int64, at now: Timestamp, in connection: any SQLConnection
    ) throws {
        let row = try connection.row(
            "SELECT secret, last_step FROM authenticators WHERE user_id = $1", userID)
        guard let row else { throw Refusal(.factorWrong, "This account has no authenticator app.") }
        let secret = AuthenticatorSecret(bytes: try row.get("secret"))
        switch secret.judge(typed, at: now, lastStep: try row.get("last_step")) {
        case .right(let step):
            // Of two requests with the same code one comes first.
            let changed = try connection.run(
                "UPDATE authenticators SET last_step = $1 WHERE user_id = $2 AND last_step < $1",
                step, userID)
            guard changed == 1 else { throw codeUsed }
        case .used: throw codeUsed
        // How wrong a clock is would tell a guesser which code will be right, and when.
        case .clockOff, .wrong: throw codeWrong
        }
    }

    private static let codeWrong = Refusal(
        .factorWrong, "The code is not right.",
        help: "Try the next one. If none is right, let the device that shows them set its clock by "
            + "itself.")

    private static let codeUsed = Refusal(
        .factorWrong, "This code was used already.", help: "Wait for the next one.")

    /// Whose sign-in the browser goes on with; counts the try before it is judged.
    func countFactorTry(in browser: SignInBrowser) async throws -> User {
        let now = clock.now()
        let user = try await database.read { connection in
            let pending = try PendingSignIn.find(
                browser.pending, at: .factor, now: now, in: connection)
            return try User.find(id: pending.userID ?? 0, in: connection)
        }
        guard let user else { throw Refusal(.signInExpired, "This sign-in has ended.") }
        try Self.expectUsable(user)
        try await countTry(RateLimit.factorTries(of: user, from: browser.client))
        return user
    }
}

extension RateLimit {
    /// The tries of second factors by an address and by a user.
    static func factorTries(of user: User, from client: ClientTrace) -> [(Self, caller: String)] {
        let minutes = Duration.seconds(300)
        let (hour, day) = (Duration.seconds(3600), Duration.seconds(24 * 3600))
        return [
            (RateLimit("factor by address", 10, in: minutes), client.rateKey),
            (RateLimit("factor by address", 50, in: hour), client.rateKey),
            (RateLimit("factor by user", 5, in: minutes), user.uid),
            (RateLimit("factor by user", 20, in: hour), user.uid),
            (RateLimit("factor by user", 50, in: day), user.uid),
        ]
    }
}

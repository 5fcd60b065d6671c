import Database

extension Index {
    /// Signs a user in with name and password, or goes on to the second factor where they have one.
    ///
    /// Refused in the same words, after the same work, whether the name or the password is wrong.
    package func signIn(
        _ name: String, password: String, next: String? = nil, in browser: SignInBrowser
    ) async throws -> SignInOutcome {
        let name = String(name.trimmingWhitespace)
        let limits: [(RateLimit, caller: String)] = [
            (.signInByAddress, browser.client.rateKey),
            (.signInByUser, RateLimit.caller(named: name, from: browser.client)),
            (.signInByAll, "all"),
        ]
        try await countTry(limits)
        let now = clock.now()
        guard let user = try await userWithPassword(name, password) else {
            try await noteFailedSignIn(name, from: browser.client)
            throw Refusal(
                .credentialsInvalid, "The name or the password is not right.",
                help: name.contains("@") ? "Sign in with the user name, not the address." : nil)
        }
        try Self.expectUsable(user)
        return try await database.write { [mailStyle] connection in
            try user.hold(in: connection)
            try Self.giveTryBack(limits, at: now, in: connection)
            guard try SecondFactors.of(user.id, in: connection).isEmpty else {
                return .needsFactor(
                    try PendingSignIn.begin(
                        .factor, for: user.id, next: next, at: now, in: connection))
            }
            return .signedIn(
                try Self.completeSignIn(
                    of: user, by: .password, next: next, in: browser, mailStyle, at: now,
                    connection))
        }
    }

    /// The user of that name if the password is theirs; the same work is done where there is none.
    func userWithPassword(_ name: String, _ password: String) async throws -> User? {
        guard password.utf8.count <= 4096 else { return nil }
        let user = try await database.read { try User.find(name, in: $0) }
        let normalized = (try? UserName(name))?.normalized ?? name
        let isValid = try await passwords.isValid(
            password, of: normalized, for: user?.deletedAt == nil ? user?.passwordHash : nil)
        return isValid ? user : nil
    }

    /// Refuses whoever may not sign in although they proved who they are.
    static func expectUsable(_ user: User) throws {
        guard user.deletedAt == nil else {
            throw Refusal(.credentialsInvalid, "The name or the password is not right.")
        }
        guard !user.isFrozen else {
            throw Refusal(
                .accountFrozen, "This account was frozen by those who run the index.")
        }
    }

    private func noteFailedSignIn(_ name: String, from client: ClientTrace) async throws {
        let now = clock.now()
        try await database.write { connection in
            guard let user = try User.find(name, in: connection) else { return }
            try SecurityEvent.record(
                .signInFailed, user: user.id, ["reason": "password"], by: nil, from: client,
                at: now, in: connection)
        }
    }
}

extension RateLimit {
    /// By what tries of a name are counted; those of what can be nobody's name by the network, so that
    /// whoever mistypes theirs meets nobody else's tries.
    static func caller(named name: String, from client: ClientTrace) -> String {
        (try? UserName(name))?.normalized ?? "nobody \(client.rateKey)"
    }

    static let signInByAddress = RateLimit("sign-in by address", 10, in: .seconds(300))
    static let signInByUser = RateLimit("sign-in by user", 10, in: .seconds(300))
    static let signInByAll = RateLimit("sign-in by all", 1000, in: .seconds(300))
}

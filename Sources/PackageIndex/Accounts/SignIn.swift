import Database

extension Index {
    /// Signs a user in with name and password, and returns the secret of a new session.
    ///
    /// Refused in the same words, after the same work, whether the name or the password is wrong.
    package func signIn(
        _ name: String, password: String, from client: ClientTrace
    ) async throws -> BearerSecret {
        try await countTry([
            (.signInByAddress, client.rateKey),
            (.signInByUser, (try? UserName(name))?.normalized ?? "nobody"),
        ])
        let principal: Principal
        do {
            principal = try await authenticate(.password(user: name, password: password))
        } catch let refusal as Refusal where refusal.code == .credentialsInvalid {
            throw Refusal(.credentialsInvalid, "The name or the password is not right.")
        }
        let now = clock.now()
        return try await database.write { connection in
            try Self.openSession(for: principal.user.id, from: client, at: now, in: connection)
        }
    }

    /// Notes that the owner of a session has shown their password again.
    package func proveSession(
        _ session: Session, password: String, from client: ClientTrace
    ) async throws {
        try await countTry([(.signInByUser, session.user.name.lowercased())])
        do {
            _ = try await authenticate(.password(user: session.user.name, password: password))
        } catch let refusal as Refusal where refusal.code == .credentialsInvalid {
            throw Refusal(.credentialsInvalid, "The password is not right.")
        }
        let now = clock.now()
        try await database.write { connection in
            try Session.prove(session, at: now, in: connection)
        }
    }
}

extension RateLimit {
    static let signInByAddress = RateLimit("sign-in by address", 10, in: .seconds(300))
    static let signInByUser = RateLimit("sign-in by user", 10, in: .seconds(300))
}

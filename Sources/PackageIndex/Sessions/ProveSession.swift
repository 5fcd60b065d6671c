import Database

extension Session {
    /// Notes that the owner of a session has just proved again who they are.
    static func prove(
        _ session: Session, at now: Timestamp, in connection: any SQLConnection
    ) throws {
        try session.hold(in: connection)
        try connection.run(
            "UPDATE sessions SET proven_at = $1 WHERE id = $2", now.microseconds, session.id)
    }
}

extension Index {
    /// Notes that the owner of a session has shown their password again.
    package func proveSession(
        _ session: Session, password: String, from client: ClientTrace
    ) async throws {
        let limits: [(RateLimit, caller: String)] = [
            (.signInByAddress, client.rateKey),
            (.signInByUser, session.user.name.lowercased()),
        ]
        try await countTry(limits)
        let user = try await userWithPassword(session.user.name, password)
        guard let user, user.id == session.user.id else {
            throw Refusal(.credentialsInvalid, "The password is not right.")
        }
        let now = clock.now()
        try await database.write { connection in
            try Session.prove(session, at: now, in: connection)
            try Self.giveTryBack(limits, at: now, in: connection)
        }
    }
}

import Database

extension Index {
    /// Freezes an account: from now on it can neither sign in nor use a token.
    ///
    /// Its sessions end, and so do the invitations and changes of roles that it asked for; its owner is
    /// told.
    package func freezeUser(
        _ name: String, reason: String? = nil, by actor: User? = nil,
        from client: ClientTrace = .local
    ) async throws {
        let now = clock.now()
        try await database.write { [mailStyle] connection in
            let user = try User.required(name, in: connection)
            try connection.run(
                "UPDATE users SET is_frozen = 1, frozen_reason = $1 WHERE id = $2", reason, user.id)
            guard !user.isFrozen else { return }
            try Self.endSessions(of: user.id, in: connection)
            try connection.run("DELETE FROM sign_ins WHERE user_id = $1", user.id)
            _ = try Self.endOffers(by: user, at: now, connection)
            try SecurityEvent.record(
                .accountFrozen, user: user.id, ["reason": reason], by: actor?.name, from: client,
                at: now, in: connection)
            try Mail.accountFrozen(reason: reason, at: now)
                .enqueue(to: .security(of: user.id), mailStyle, at: now, connection)
        }
    }

    /// Lets a frozen account work again.
    package func unfreezeUser(
        _ name: String, by actor: User? = nil, from client: ClientTrace = .local
    ) async throws {
        let now = clock.now()
        try await database.write { [mailStyle] connection in
            let user = try User.required(name, in: connection)
            guard user.isFrozen else { return }
            try connection.run(
                "UPDATE users SET is_frozen = 0, frozen_reason = NULL WHERE id = $1", user.id)
            try SecurityEvent.record(
                .accountUnfrozen, user: user.id, by: actor?.name, from: client, at: now,
                in: connection)
            try Mail.accountUnfrozen(at: now)
                .enqueue(to: .security(of: user.id), mailStyle, at: now, connection)
        }
    }
}

import Database

extension Index {
    /// The name of the account that a mailed link brings back.
    package func accountToRestore(_ secret: String) async throws -> String {
        let now = clock.now()
        return try await database.read { connection in
            try Self.restorable(secret, at: now, connection).user.name
        }
    }

    /// Brings a deleted account back by a mailed link, with a new password: whoever deleted it may
    /// have known the old one.
    package func restoreAccount(
        _ secret: String, password: String, from client: ClientTrace
    ) async throws {
        let now = clock.now()
        let user = try await database.read { connection in
            try Self.restorable(secret, at: now, connection).user
        }
        let hash = try await passwordHash(password, of: user)
        let longStanding = settings.longStanding
        try await change { [mailStyle] connection, journal in
            let (link, user) = try Self.restorable(secret, at: now, connection)
            try user.lock(in: connection)
            let projects = try AccountPresence.lockProjects(of: user, in: connection)
            try link.use(at: now, in: connection)
            try connection.run("UPDATE users SET deleted_at = NULL WHERE id = $1", user.id)
            try Self.setPassword(hash, of: user.id, at: now, in: connection)
            try SecurityKey.endPasskeys(of: user.id, in: connection)
            try Self.undoTakeover(
                of: user.id, since: (user.deletedAt ?? now) - longStanding, in: connection)
            try SecurityEvent.record(
                .accountRestored, user: user.id, by: user.name, from: client, at: now,
                in: connection)
            try Mail.accountRestored(MailOccasion(now, from: client))
                .enqueue(to: .security(of: user.id), mailStyle, at: now, connection)
            AccountPresence.returned.tell(of: user, in: projects, &journal)
        }
    }

    private static func restorable(
        _ secret: String, at now: Timestamp, _ connection: any SQLConnection
    ) throws -> (link: MailedLink, user: User) {
        let link = try MailedLink.find(secret, .restoreAccount, at: now, in: connection)
        guard let user = try User.find(id: link.userID, in: connection), user.deletedAt != nil,
            !user.isFrozen
        else { throw MailedLink.invalid }
        return (link, user)
    }
}

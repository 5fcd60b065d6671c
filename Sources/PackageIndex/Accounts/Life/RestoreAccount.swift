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
        try await change { connection, journal in
            let (link, user) = try Self.restorable(secret, at: now, connection)
            try user.lock(in: connection)
            try link.use(at: now, in: connection)
            try restore(
                user, hash, by: user.name, from: client, at: now, connection, &journal)
        }
    }

    /// Brings a deleted account back without a link, with a new password, by the owner of the machine:
    /// the only way where no address is verified to which a link could go.
    package func restoreUser(_ name: String, password: String) async throws {
        let now = clock.now()
        let grace = settings.deletionGrace
        let found = try await database.read { connection in
            try Self.deletedUser(name, grace, at: now, connection)
        }
        let hash = try await passwordHash(password, of: found)
        try await change { connection, journal in
            try found.lock(in: connection)
            // The link may have brought it back meanwhile; afterwards it is good for nothing.
            let user = try Self.deletedUser(name, grace, at: now, connection)
            try MailedLink.void(.restoreAccount, of: user.id, at: now, in: connection)
            try restore(user, hash, by: nil, from: .local, at: now, connection, &journal)
        }
    }

    /// Makes an account whose row is held one that lives, and takes back what whoever deleted it may
    /// have done before.
    private func restore(
        _ user: User, _ hash: PasswordHash, by actor: String?, from client: ClientTrace,
        at now: Timestamp, _ connection: any SQLConnection, _ journal: inout JournalDraft
    ) throws {
        let projects = try AccountPresence.lockProjects(of: user, in: connection)
        try connection.run("UPDATE users SET deleted_at = NULL WHERE id = $1", user.id)
        try Self.setPassword(hash, of: user.id, at: now, in: connection)
        try SecurityKey.endPasskeys(of: user.id, in: connection)
        try Self.undoTakeover(
            of: user.id, since: (user.deletedAt ?? now) - settings.longStanding, in: connection)
        try SecurityEvent.record(
            .accountRestored, user: user.id, by: actor, from: client, at: now, in: connection)
        try Mail.accountRestored(
            by: actor == nil ? Requester.machineOwner.mailName : nil,
            MailOccasion(now, from: client)
        ).enqueue(to: .security(of: user.id), mailStyle, at: now, connection)
        AccountPresence.returned.tell(of: user, in: projects, by: actor, &journal)
    }

    /// The deleted account of a name; refused where there is none, or its time is over.
    private static func deletedUser(
        _ name: String, _ grace: Duration, at now: Timestamp, _ connection: any SQLConnection
    ) throws -> User {
        let user = try User.required(name, in: connection)
        guard let deletedAt = user.deletedAt else {
            throw Refusal(.userUnknown, "The user '\(user.name)' is not deleted.")
        }
        try checkRestorable(deletedAt, grace, at: now)
        return user
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

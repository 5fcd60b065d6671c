import Database

extension Index {
    /// Deletes the account of the session's user, who shows the password.
    ///
    /// For 30 days it is a tombstone: nobody signs in, the name and what happened stay, and a mailed
    /// link brings it back, also to addresses that were removed. Refused while a living project would
    /// have no owner.
    package func deleteAccount(
        in session: Session, password: String, from client: ClientTrace
    ) async throws {
        try await proveSession(session, password: password, from: client)
        let user = session.user
        let now = clock.now()
        let lifetime = settings.deletionGrace
        try await change { [mailStyle] connection, journal in
            try Self.lockAdministrators(with: user, in: connection)
            let projects = try AccountPresence.lockProjects(of: user, in: connection)
            try session.hold(in: connection)
            try Self.expectNoLoneProject(of: user, in: connection)
            if user.isAdmin { try Self.expectAnotherAdministrator(user, in: connection) }
            try connection.run(
                "UPDATE users SET deleted_at = $1 WHERE id = $2", now.microseconds, user.id)
            try Self.endSessions(of: user.id, in: connection)
            _ = try Self.endRights(of: user, from: client, at: now, connection)
            try SecurityEvent.record(
                .accountDeleted, user: user.id, by: user.name, from: client, at: now,
                in: connection)
            let secret = try MailedLink.make(
                .restoreAccount, for: user.id, about: "account", lasting: lifetime, at: now,
                in: connection)
            try Mail.accountDeleted(
                restorableUntil: now + lifetime, secret: secret.text,
                MailOccasion(now, from: client)
            ).enqueue(to: .security(of: user.id), mailStyle, at: now, connection)
            AccountPresence.left.tell(of: user, in: projects, by: user.name, &journal)
        }
    }

    /// Lets another administrator who leaves come before or after this transaction, never at once.
    ///
    /// Of two the second sees that the first is gone. Projects are locked for the same reason.
    private static func lockAdministrators(
        with user: User, in connection: any SQLConnection
    ) throws {
        if user.isAdmin {
            try connection.run("UPDATE users SET is_admin = 1 WHERE is_admin = 1")
        }
        try user.lock(in: connection)
    }

    /// The projects that would be left without an owner if the user's account were deleted.
    package func loneProjects(of user: User) async throws -> [String] {
        try await database.read { try Self.loneProjects(of: user, in: $0) }
    }

    private static func loneProjects(
        of user: User, in connection: any SQLConnection
    ) throws -> [String] {
        try connection.rows(
            """
            SELECT projects.name FROM roles JOIN projects ON projects.id = roles.project_id
            WHERE roles.user_id = $1 AND roles.role = 'owner' AND projects.deleted_at IS NULL
              AND NOT EXISTS (
                SELECT 1 FROM roles AS others JOIN users ON users.id = others.user_id
                WHERE others.project_id = projects.id AND others.role = 'owner'
                  AND others.user_id <> $1 AND users.is_frozen = 0
                  AND users.deleted_at IS NULL)
            ORDER BY projects.normalized_name
            """, user.id
        ).map { try $0.get("name") }
    }

    private static func expectNoLoneProject(
        of user: User, in connection: any SQLConnection
    ) throws {
        let lone = try loneProjects(of: user, in: connection)
        guard lone.isEmpty else {
            let shown = lone.prefix(5).joined(separator: ", ") + (lone.count > 5 ? " …" : "")
            throw Refusal(.soleOwner, "You are the only owner of \(shown).")
        }
    }

    private static func expectAnotherAdministrator(
        _ user: User, in connection: any SQLConnection
    ) throws {
        let other = try connection.row(
            """
            SELECT id FROM users
            WHERE is_admin = 1 AND deleted_at IS NULL AND is_frozen = 0 AND id <> $1 LIMIT 1
            """, user.id)
        guard other != nil else {
            throw Refusal(
                .soleOwner, "You are the only administrator of the index.",
                help: "Make somebody else administrator first.")
        }
    }
}

import Database

extension Index {
    /// Makes an account.
    ///
    /// Refused where the name is not valid or taken in any case, or the password is too short or
    /// easily guessed.
    @discardableResult
    package func addUser(
        name: String, email: String, password: String, isAdmin: Bool = false
    ) async throws -> User {
        try await addUser(name, email, password, isAdmin: isAdmin, isFirst: false)
    }

    /// Makes the account that administers the index, which only an index without one allows.
    package func addFirstAdministrator(
        name: String, email: String, password: String
    ) async throws {
        _ = try await addUser(name, email, password, isAdmin: true, isFirst: true)
    }

    /// Makes an account; where it is made in a browser, by whoever it is for.
    private func addUser(
        _ name: String, _ email: String, _ password: String, isAdmin: Bool, isFirst: Bool,
        from client: ClientTrace? = nil
    ) async throws -> User {
        let name = try UserName(name)
        let email = try EmailAddress(email)
        let chosen = try Password(password, of: [name.spelling, email.text])
        let hash = try await blocking.run { [work = settings.passwordWork] in
            try PasswordHash(password: chosen.text, logRounds: work)
        }
        let now = clock.now()
        return try await database.write { connection in
            if isFirst { try Self.expectNoAdministrator(connection) }
            let id = try User.add(name, hash, isAdmin: isAdmin, at: now, in: connection).id
            // Who runs the index vouches for the address, unless it is somebody's already.
            let isVerified = try EmailEntry.add(
                email, to: id, isPrimary: true, isVerified: true, at: now, connection)
            if !isVerified {
                _ = try EmailEntry.add(
                    email, to: id, isPrimary: true, isVerified: false, at: now, connection)
            }
            try SecurityEvent.record(
                .accountCreated, user: id, by: client.map { _ in name.spelling },
                from: client ?? .local, at: now, in: connection)
            guard let user = try User.find(id: id, in: connection) else { throw RowNotReturned() }
            return user
        }
    }

    /// Makes the account that administers the index, and signs its owner in.
    package func addFirstAdministrator(
        name: String, email: String, password: String, in browser: SignInBrowser
    ) async throws -> SignedIn {
        let user = try await addUser(
            name, email, password, isAdmin: true, isFirst: true, from: browser.client)
        let now = clock.now()
        return try await database.write { [mailStyle] connection in
            try Self.completeSignIn(
                of: user, by: .registration, next: nil, in: browser, mailStyle, at: now, connection)
        }
    }

    /// Refuses a second first administrator, also where both come at the same time.
    private static func expectNoAdministrator(_ connection: any SQLConnection) throws {
        // There may be no row of users to lock; whoever changes this one lets the others wait.
        try connection.run("UPDATE journal_counter SET serial = serial")
        guard try connection.row("SELECT id FROM users WHERE is_admin = 1 LIMIT 1") == nil else {
            throw Refusal(.linkInvalid, "There is an administrator already.")
        }
    }
}

extension User {
    /// Writes a new account's row; refused where the name is taken in any case.
    static func add(
        _ name: UserName, _ hash: PasswordHash, isAdmin: Bool, at now: Timestamp,
        in connection: any SQLConnection
    ) throws -> User {
        let row = try connection.row(
            """
            INSERT INTO users (uid, name, normalized_name, password_hash, is_admin, created_at)
            VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (normalized_name) DO NOTHING RETURNING id
            """, Identifier.random(), name.spelling, name.normalized, hash.stored, isAdmin,
            now.microseconds)
        guard let id: Int64 = try row?.get("id") else {
            throw Refusal(.userNameTaken, "There is already a user '\(name)'.")
        }
        guard let user = try find(id: id, in: connection) else { throw RowNotReturned() }
        return user
    }
}

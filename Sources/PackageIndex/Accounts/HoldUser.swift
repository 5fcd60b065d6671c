import Database

// What was read of a user before a password was checked may have changed when the check is done:
// every transaction that gives out rights begins by holding the user's row.

extension User {
    /// Keeps the row from everyone else until the transaction ends, whatever is in it.
    func lock(in connection: any SQLConnection) throws {
        try connection.run("UPDATE users SET name = name WHERE id = $1", id)
    }

    /// Keeps the user as they are until the transaction ends; refused where the password is another
    /// by now, or the account was frozen or deleted.
    ///
    /// Changing the row is what both databases lock by. It comes before every other row of the
    /// user's, so that no two transactions wait for each other.
    func hold(in connection: any SQLConnection) throws {
        guard try holdWithAnyPassword(in: connection) == passwordHash?.stored else {
            throw Self.changed
        }
    }

    /// The same for whoever came without the password, which may have been changed meanwhile; hands
    /// back what is stored of it.
    @discardableResult
    func holdWithAnyPassword(in connection: any SQLConnection) throws -> String? {
        let held = try connection.row(
            """
            UPDATE users SET name = name WHERE id = $1 AND is_frozen = 0 AND deleted_at IS NULL
            RETURNING password_hash
            """, id)
        guard let held else { throw Self.changed }
        return try held.get("password_hash")
    }

    private static let changed = Refusal(
        .credentialsInvalid, "The account was changed while this was under way.",
        help: "Sign in again.")
}

extension Session {
    /// The same for the user of a session, which must not have ended either.
    func hold(in connection: any SQLConnection) throws {
        try user.hold(in: connection)
        let held = try connection.run(
            "UPDATE sessions SET last_seen_at = last_seen_at WHERE id = $1", id)
        guard held == 1 else {
            throw Refusal(.credentialsInvalid, "This session has ended.", help: "Sign in again.")
        }
    }
}

extension Requester {
    /// The same for who asks: whoever came with a token needs that token, not the password, whose
    /// change leaves tokens alone; nothing holds the owner of the machine.
    func hold(in connection: any SQLConnection) throws {
        guard let principal else { return }
        guard let token = principal.token else { return try principal.user.hold(in: connection) }
        try principal.user.holdWithAnyPassword(in: connection)
        let held = try connection.run(
            "UPDATE tokens SET revoked_at = NULL WHERE id = $1 AND revoked_at IS NULL", token.id)
        guard held == 1 else {
            throw Refusal(.credentialsInvalid, "The token was revoked while this was under way.")
        }
    }
}

import Database

extension Index {
    /// Freezes an account: from now on it can neither sign in nor use a token.
    package func freezeUser(_ name: String) async throws {
        try await setFrozen(true, user: name)
    }

    /// Lets a frozen account work again.
    package func unfreezeUser(_ name: String) async throws {
        try await setFrozen(false, user: name)
    }

    private func setFrozen(_ isFrozen: Bool, user name: String) async throws {
        try await database.write { connection in
            let user = try User.required(name, in: connection)
            try connection.run("UPDATE users SET is_frozen = $1 WHERE id = $2", isFrozen, user.id)
        }
    }
}

import Database

extension Index {
    /// Every user, by name.
    package func users() async throws -> [User] {
        try await database.read { connection in
            try connection.rows("SELECT \(User.columns) FROM users ORDER BY normalized_name")
                .map(User.init)
        }
    }

    /// The user of that name in any case, nil where there is none.
    package func user(named name: String) async throws -> User? {
        try await database.read { try User.find(name, in: $0) }
    }

    /// Whether anyone administers this index yet.
    package func hasAdministrator() async throws -> Bool {
        try await database.read { connection in
            try connection.row("SELECT id FROM users WHERE is_admin = 1 LIMIT 1") != nil
        }
    }
}

import Database

extension Index {
    /// A user's tokens, oldest first, the revoked among them.
    package func tokens(of userName: String) async throws -> [Token] {
        try await database.read { connection in
            let user = try User.required(userName, in: connection)
            return try connection.rows(
                "SELECT \(Token.columns) FROM tokens WHERE user_id = $1 ORDER BY id", user.id
            ).map(Token.init)
        }
    }
}

import Database

extension Index {
    /// Ends a session: its secret is good for nothing from now on.
    package func endSession(_ session: Session) async throws {
        try await database.write { connection in
            try connection.run("DELETE FROM sessions WHERE id = $1", session.id)
        }
    }

    /// Ends every session of a user, apart from one that may go on.
    static func endSessions(
        of userID: Int64, except kept: Session? = nil, in connection: any SQLConnection
    ) throws {
        try connection.run(
            "DELETE FROM sessions WHERE user_id = $1 AND id <> $2", userID, kept?.id ?? 0)
    }
}

import Database

extension Session {
    /// Notes that the owner of a session has just proved again who they are.
    static func prove(
        _ session: Session, at now: Timestamp, in connection: any SQLConnection
    ) throws {
        try connection.run(
            "UPDATE sessions SET proven_at = $1 WHERE id = $2", now.microseconds, session.id)
    }
}

import Database
package import PythonPackaging

extension Index {
    /// How far back an account's own history is shown.
    static let shownAccountHistory: Duration = .seconds(90 * 24 * 3600)

    /// What happened to the requester's account in the last 90 days, newest first; where other people
    /// were who did something to it is not told.
    package func accountHistory(
        of requester: Requester, before event: Int64? = nil, limit: Int = 100
    ) async throws -> [SecurityEvent] {
        guard let principal = requester.principal else { return [] }
        try principal.checkToken(.manage, project: nil, named: nil, at: clock.now())
        let user = principal.user.id
        let oldest = (clock.now() - Self.shownAccountHistory).microseconds
        return try await database.read { connection in
            try connection.rows(
                """
                SELECT \(SecurityEvent.columns) FROM events
                WHERE user_id = $1 AND at >= $2 AND id < $3 ORDER BY at DESC, id DESC LIMIT $4
                """, user, oldest, event ?? .max, limit
            ).map { try SecurityEvent($0).shown(to: requester) }
        }
    }

    /// What happened to a project, newest first, for its owners; what its name resembles is for
    /// administrators, and where the others were for nobody.
    package func projectHistory(
        of name: ProjectName, by requester: Requester, before event: Int64? = nil,
        limit: Int = 100
    ) async throws -> [SecurityEvent] {
        let now = clock.now()
        return try await database.read { connection in
            let project = try Project.managed(name, by: requester, at: now, in: connection)
            return try connection.rows(
                """
                SELECT \(SecurityEvent.columns) FROM events
                WHERE project_id = $1 AND id < $2 AND tag <> $4
                ORDER BY at DESC, id DESC LIMIT $3
                """, project.id, event ?? .max, limit, EventTag.nameResembles.rawValue
            ).map { try SecurityEvent($0).shown(to: requester) }
        }
    }
}

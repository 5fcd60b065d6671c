import Database

extension Index {
    /// The projects after a normalised name that the caller may see, in order, at most `limit`;
    /// quarantined ones apart, as in the list of all.
    package func projects(
        after name: String, limit: Int, for principal: Principal?
    ) async throws -> [Project] {
        let reader = principal?.privateReader(at: clock.now())
        return try await database.read { connection in
            try connection.rows(
                """
                SELECT \(Project.columns) FROM projects
                WHERE normalized_name > $1 AND deleted_at IS NULL AND status <> 'quarantined'
                  AND (visibility = 'public' OR id IN (
                      SELECT project_id FROM roles WHERE user_id = $2))
                ORDER BY normalized_name LIMIT $3
                """, name, reader, limit
            ).map(Project.init)
        }
    }

    /// Who owns and maintains a project, owners first; nobody where the caller may not see it.
    package func people(
        of normalizedName: String, for principal: Principal?
    ) async throws -> [ProjectMember] {
        try await database.read { connection in
            guard
                let project = try visibleProject(normalizedName, to: principal, in: connection)
            else { return [] }
            return try Self.members(of: project, connection)
        }
    }
}

import Database
package import PythonPackaging

/// A project whose latest release needs another.
package struct Dependent: Sendable, Equatable {
    /// The name as displayed.
    package let name: String
    /// The name in addresses.
    package let normalizedName: String
    /// The version of its latest release.
    package let version: String
}

/// The first of the projects that need another one.
package struct DependentList: Sendable, Equatable {
    /// The projects, by normalised name.
    package let projects: [Dependent]
    /// Whether there are more.
    package let hasMore: Bool
}

extension Index {
    /// The projects here whose latest release needs the named one, whether or not that is here, as
    /// far as the caller may see them.
    package func dependents(
        of name: ProjectName, after last: String = "", limit: Int = 50,
        for principal: Principal?
    ) async throws -> DependentList {
        let reader = principal?.privateReader(at: clock.now())
        let found = try await database.read { connection in
            try connection.rows(
                """
                SELECT projects.name, dependents.dependent, dependents.version
                FROM dependents JOIN projects ON projects.id = dependents.project_id
                WHERE dependents.needed = $1 AND dependents.dependent > $2
                  AND projects.deleted_at IS NULL AND projects.status <> 'quarantined'
                  AND (projects.visibility = 'public' OR projects.id IN (
                      SELECT project_id FROM roles WHERE user_id = $3))
                ORDER BY dependents.dependent LIMIT $4
                """, name.normalized, last, reader, limit + 1
            ).map { row in
                Dependent(
                    name: try row.get("name"), normalizedName: try row.get("dependent"),
                    version: try row.get("version"))
            }
        }
        return DependentList(
            projects: Array(found.prefix(limit)), hasMore: found.count > limit)
    }
}

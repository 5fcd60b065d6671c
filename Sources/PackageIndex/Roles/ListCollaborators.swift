import Database
package import PythonPackaging

/// A user with a role in a project, as its owners see them.
package struct Collaborator: Sendable, Equatable {
    /// The user's name.
    package let user: String
    /// What the user calls themself.
    package let fullName: String?
    /// The role.
    package let role: ProjectRole
    /// Since when they have it.
    package let since: Timestamp
    /// Whether the account is frozen.
    package let isFrozen: Bool
}

/// A project of somebody's, with what they are to it.
package struct OwnProject: Sendable {
    /// The project.
    package let project: Project
    /// The role.
    package let role: ProjectRole
    /// How many owners it has who can look after it: neither frozen nor deleted.
    package let ownerCount: Int
    /// When a file was last published; nil without files.
    package let lastUploadAt: Timestamp?
}

extension Index {
    /// Everyone with a role in a project, owners first, for its owners; deleted accounts apart.
    package func collaborators(
        of name: ProjectName, by requester: Requester
    ) async throws -> [Collaborator] {
        let now = clock.now()
        return try await database.read { connection in
            let project = try Project.managed(name, by: requester, at: now, in: connection)
            let all = try connection.rows(
                """
                SELECT users.name, users.full_name, users.is_frozen, roles.role, roles.created_at
                FROM roles JOIN users ON users.id = roles.user_id
                WHERE roles.project_id = $1 AND users.deleted_at IS NULL
                ORDER BY users.normalized_name
                """, project.id
            ).compactMap { row -> Collaborator? in
                guard let role = ProjectRole(rawValue: try row.get("role")) else { return nil }
                return Collaborator(
                    user: try row.get("name"), fullName: try row.get("full_name"), role: role,
                    since: Timestamp(microseconds: try row.get("created_at")),
                    isFrozen: try row.get("is_frozen"))
            }
            return ProjectRole.allCases.flatMap { role in all.filter { $0.role == role } }
        }
    }

    /// The living projects in which the requester has a role, by name.
    package func ownProjects(of requester: Requester) async throws -> [OwnProject] {
        let user = try requester.ownAccount(at: clock.now())
        return try await database.read { connection in
            try connection.rows(
                """
                SELECT \(Project.columns), roles.role, (
                    SELECT COUNT(*) FROM roles AS others
                    JOIN users ON users.id = others.user_id
                    WHERE others.project_id = projects.id AND others.role = 'owner'
                      AND users.is_frozen = 0 AND users.deleted_at IS NULL
                ) AS owner_count, (
                    SELECT MAX(uploaded_at) FROM files
                    WHERE files.project_id = projects.id AND files.deleted_at IS NULL
                ) AS last_upload
                FROM roles JOIN projects ON projects.id = roles.project_id
                WHERE roles.user_id = $1 AND projects.deleted_at IS NULL
                ORDER BY projects.normalized_name
                """, user.id
            ).compactMap { row in
                guard let role = ProjectRole(rawValue: try row.get("role")) else { return nil }
                return OwnProject(
                    project: try Project(row), role: role,
                    ownerCount: try row.get("owner_count"),
                    lastUploadAt: (try row.get("last_upload") as Int64?)
                        .map(Timestamp.init(microseconds:)))
            }
        }
    }
}

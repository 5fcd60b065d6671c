import Database

/// What everyone may know of a user.
package struct UserProfile: Sendable {
    /// The user's name.
    package let name: String
    /// How the person is called; nil where they did not say.
    package let fullName: String?
    /// When the account was made.
    package let joinedAt: Timestamp
    /// The address that they show to everyone, which is a verified one.
    package let publicEmail: String?
    /// The projects that they have a role in and the reader may see, newest release first.
    package let projects: [ProfileProject]
}

/// A project on its user's page.
package struct ProfileProject: Sendable {
    /// The project.
    package let project: Project
    /// What the user is to it.
    package let role: ProjectRole
    /// The release that was published last; nil without releases.
    package let newest: RecentRelease?
}

extension Index {
    /// A user's public page; nil where there is no such user, or no more.
    package func profile(
        of name: String, for principal: Principal?
    ) async throws -> UserProfile? {
        try await database.read { connection in
            guard let user = try User.find(name, in: connection), user.deletedAt == nil else {
                return nil
            }
            let email = try connection.row(
                """
                SELECT address FROM emails WHERE user_id = $1 AND is_public = 1
                AND is_verified = 1 AND removed_at IS NULL ORDER BY is_primary DESC, id LIMIT 1
                """, user.id)
            return UserProfile(
                name: user.name, fullName: user.fullName, joinedAt: user.createdAt,
                publicEmail: try email?.get("address"),
                projects: try projects(of: user, for: principal, connection))
        }
    }

    private func projects(
        of user: User, for principal: Principal?, _ connection: any SQLConnection
    ) throws -> [ProfileProject] {
        let roles = try connection.rows(
            """
            SELECT projects.normalized_name, roles.role FROM roles
            JOIN projects ON projects.id = roles.project_id
            WHERE roles.user_id = $1 AND projects.deleted_at IS NULL
            AND projects.status <> 'quarantined' AND \(ProjectRole.isTold)
            """, user.id)
        let projects = try roles.compactMap { row -> ProfileProject? in
            guard let role = ProjectRole(rawValue: try row.get("role")),
                let project = try visibleProject(
                    try row.get("normalized_name"), to: principal, in: connection)
            else { return nil }
            let newest = try connection.row(
                """
                SELECT projects.name, projects.normalized_name, releases.version,
                    releases.metadata, releases.created_at AS at
                FROM releases JOIN projects ON projects.id = releases.project_id
                WHERE projects.id = $1 AND releases.deleted_at IS NULL
                ORDER BY releases.created_at DESC, releases.id DESC LIMIT 1
                """, project.id
            ).map(RecentRelease.init)
            return ProfileProject(project: project, role: role, newest: newest)
        }
        return projects.sorted { left, right in
            let (first, second) = (left.newest?.at, right.newest?.at)
            return first == second
                ? left.project.normalizedName < right.project.normalizedName
                : (first ?? left.project.createdAt) > (second ?? right.project.createdAt)
        }
    }
}

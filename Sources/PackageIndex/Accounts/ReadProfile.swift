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

    /// The projects of a user that the reader may see, in one statement however many there are of
    /// those that they may not.
    private func projects(
        of user: User, for principal: Principal?, _ connection: any SQLConnection
    ) throws -> [ProfileProject] {
        let rows = try connection.rows(
            """
            SELECT \(Project.columns), roles.role, releases.version, releases.metadata,
                releases.created_at AS at
            FROM roles JOIN projects ON projects.id = roles.project_id
            LEFT JOIN releases ON releases.id = (
                SELECT newest.id FROM releases AS newest
                WHERE newest.project_id = projects.id AND newest.deleted_at IS NULL
                ORDER BY newest.created_at DESC, newest.id DESC LIMIT 1)
            WHERE roles.user_id = $1 AND projects.deleted_at IS NULL
            AND projects.status <> 'quarantined' AND \(ProjectRole.isTold)
            AND (projects.visibility = 'public' OR projects.id IN (
                SELECT project_id FROM roles WHERE user_id = $2))
            """, user.id, principal?.user.id)
        let projects = try rows.compactMap { row -> ProfileProject? in
            let project = try Project(row)
            guard let role = ProjectRole(rawValue: try row.get("role")),
                try mayRead(principal, project)
            else { return nil }
            let version: String? = try row.get("version")
            return ProfileProject(
                project: project, role: role,
                newest: try version.map { _ in try RecentRelease(row) })
        }
        return projects.sorted { left, right in
            let (first, second) = (left.newest?.at, right.newest?.at)
            return first == second
                ? left.project.normalizedName < right.project.normalizedName
                : (first ?? left.project.createdAt) > (second ?? right.project.createdAt)
        }
    }
}

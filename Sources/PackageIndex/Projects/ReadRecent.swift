import Database

/// A release as lists of what is new show it.
package struct RecentRelease: Sendable, Equatable {
    /// The project's name as displayed.
    package let project: String
    /// The project's name in addresses.
    package let normalizedName: String
    /// The version, normalised.
    package let version: String
    /// What the project does, in one line.
    package let summary: String?
    /// Mail addresses of who wrote it, as the metadata has them.
    package let authorEmail: String?
    /// When it was published; for a new project, when its name was taken.
    package let at: Timestamp
}

extension Index {
    /// That everyone may see a project.
    static let isListed = """
        projects.deleted_at IS NULL AND projects.visibility = 'public'
        AND projects.status <> 'quarantined'
        """
    /// That a release still has something to install.
    private static let hasFiles = """
        EXISTS (SELECT 1 FROM files
            WHERE files.release_id = releases.id AND files.deleted_at IS NULL)
        """

    /// The newest releases of public projects, newest first, those without files left out.
    package func newestReleases(_ count: Int) async throws -> [RecentRelease] {
        try await database.read { connection in
            try connection.rows(
                """
                SELECT projects.name, projects.normalized_name, releases.version,
                    releases.metadata, releases.created_at AS at
                FROM releases JOIN projects ON projects.id = releases.project_id
                WHERE releases.deleted_at IS NULL AND \(Self.hasFiles) AND \(Self.isListed)
                ORDER BY releases.created_at DESC, releases.id DESC LIMIT $1
                """, count
            ).map(RecentRelease.init)
        }
    }

    /// The newest releases of one project, newest first, those without files left out; nil where the
    /// reader sees no such project.
    package func newestReleases(
        of normalizedName: String, _ count: Int, for principal: Principal?
    ) async throws -> [RecentRelease]? {
        try await database.read { connection in
            guard let project = try visibleProject(normalizedName, to: principal, in: connection),
                project.status.offersFiles
            else { return nil }
            return try connection.rows(
                """
                SELECT projects.name, projects.normalized_name, releases.version,
                    releases.metadata, releases.created_at AS at
                FROM releases JOIN projects ON projects.id = releases.project_id
                WHERE releases.project_id = $1 AND releases.deleted_at IS NULL
                  AND \(Self.hasFiles)
                ORDER BY releases.created_at DESC, releases.id DESC LIMIT $2
                """, project.id, count
            ).map(RecentRelease.init)
        }
    }

    /// The newest public projects that have a release with files, newest first; each with its newest
    /// one.
    package func newestProjects(_ count: Int) async throws -> [RecentRelease] {
        try await database.read { connection in
            try connection.rows(
                """
                SELECT projects.name, projects.normalized_name, releases.version,
                    releases.metadata, projects.created_at AS at
                FROM projects JOIN releases ON releases.id = (
                    SELECT MAX(id) FROM releases
                    WHERE project_id = projects.id AND deleted_at IS NULL AND \(Self.hasFiles))
                WHERE \(Self.isListed)
                ORDER BY projects.created_at DESC, projects.id DESC LIMIT $1
                """, count
            ).map(RecentRelease.init)
        }
    }
}

extension RecentRelease {
    init(_ row: SQLRow) throws {
        let metadata = try ReleaseMetadata(stored: try row.get("metadata"))
        self.init(
            project: try row.get("name"), normalizedName: try row.get("normalized_name"),
            version: try row.get("version"), summary: metadata.summary,
            authorEmail: metadata.authorEmail, at: Timestamp(microseconds: try row.get("at")))
    }
}

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

/// How much there is that everyone may see.
package struct IndexFigures: Sendable, Equatable {
    /// Living projects.
    package let projects: Int
    /// Their releases.
    package let releases: Int
    /// Their files.
    package let files: Int
}

extension Index {
    private static let isListed = """
        projects.deleted_at IS NULL AND projects.visibility = 'public'
        AND projects.status <> 'quarantined'
        """

    /// The newest releases of public projects, newest first, those without files left out.
    package func newestReleases(_ count: Int) async throws -> [RecentRelease] {
        try await database.read { connection in
            try connection.rows(
                """
                SELECT projects.name, projects.normalized_name, releases.version,
                    releases.metadata, releases.created_at AS at
                FROM releases JOIN projects ON projects.id = releases.project_id
                WHERE releases.deleted_at IS NULL AND \(Self.isListed)
                ORDER BY releases.created_at DESC, releases.id DESC LIMIT $1
                """, count
            ).map(RecentRelease.init)
        }
    }

    /// The newest releases of one project, newest first; nil where the reader sees no such project.
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
                ORDER BY releases.created_at DESC, releases.id DESC LIMIT $2
                """, project.id, count
            ).map(RecentRelease.init)
        }
    }

    /// The newest public projects that have a release, newest first; each with its newest release.
    package func newestProjects(_ count: Int) async throws -> [RecentRelease] {
        try await database.read { connection in
            try connection.rows(
                """
                SELECT projects.name, projects.normalized_name, releases.version,
                    releases.metadata, projects.created_at AS at
                FROM projects JOIN releases ON releases.id = (
                    SELECT MAX(id) FROM releases
                    WHERE project_id = projects.id AND deleted_at IS NULL)
                WHERE \(Self.isListed)
                ORDER BY projects.created_at DESC, projects.id DESC LIMIT $1
                """, count
            ).map(RecentRelease.init)
        }
    }

    /// How many projects, releases and files everyone may see.
    package func figures() async throws -> IndexFigures {
        try await database.read { connection in
            func count(_ query: String) throws -> Int {
                try connection.row("SELECT COUNT(*) AS number FROM \(query)")?.get("number") ?? 0
            }
            return IndexFigures(
                projects: try count("projects WHERE \(Self.isListed)"),
                releases: try count(
                    """
                    releases JOIN projects ON projects.id = releases.project_id
                    WHERE releases.deleted_at IS NULL AND \(Self.isListed)
                    """),
                files: try count(
                    """
                    files JOIN projects ON projects.id = files.project_id
                    WHERE files.deleted_at IS NULL AND \(Self.isListed)
                    """))
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

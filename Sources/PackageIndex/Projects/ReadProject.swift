import Database
import PythonPackaging

/// A project with all it offers, as its index page shows it.
package struct ProjectListing: Sendable {
    /// The project.
    package let project: Project
    /// Every living release's version, oldest first in the order of PEP 440.
    package let versions: [String]
    /// Every file on offer, by version and then by name.
    package let files: [PublishedFile]
}

extension Index {
    /// A project and its files by normalised name; nil where there is none that the caller may see.
    package func projectListing(
        _ normalizedName: String, for principal: Principal?
    ) async throws -> ProjectListing? {
        try await database.read { connection in
            guard
                let project = try visibleProject(normalizedName, to: principal, in: connection)
            else { return nil }
            return try Self.listing(
                of: project, withFiles: project.status.offersFiles, connection)
        }
    }

    /// A project with its releases, and with its files where they are wanted.
    static func listing(
        of project: Project, withFiles: Bool, _ connection: any SQLConnection
    ) throws -> ProjectListing {
        let releases = try connection.rows(
            "SELECT version FROM releases WHERE project_id = $1 AND deleted_at IS NULL", project.id
        ).map { try $0.get("version") as String }
        let order = VersionOrder(releases)
        guard withFiles else {
            return ProjectListing(project: project, versions: order.sorted, files: [])
        }
        let files = try connection.rows(
            """
            SELECT \(PublishedFile.columns) FROM files
            JOIN releases ON releases.id = files.release_id
            WHERE files.project_id = $1 AND files.deleted_at IS NULL
            """, project.id
        ).map(PublishedFile.init)
        return ProjectListing(project: project, versions: order.sorted, files: order.sort(files))
    }

    /// The living project of that name, if the caller may see it.
    ///
    /// A private project looks to an outsider, and to who comes with a token for something else,
    /// exactly like one that does not exist, and is looked for by the same statement.
    func visibleProject(
        _ normalizedName: String, to principal: Principal?, in connection: any SQLConnection
    ) throws -> Project? {
        let found = try Project.find(
            normalizedName, roleOf: principal?.user.id, in: connection)
        guard let (project, role) = found, project.deletedAt == nil,
            project.isPublic || role != nil, try mayRead(principal, project)
        else { return nil }
        return project
    }
}

import Database
import Foundation
package import PythonPackaging

extension Index {
    /// What a project's page tells of it, and of one release: the latest where no version is named.
    ///
    /// Nil where there is no such project for the reader. A version that does not exist leaves
    /// `shown` empty, as does a project that is quarantined or has no release.
    package func projectOverview(
        _ normalizedName: String, version: Version?, for principal: Principal?
    ) async throws -> ProjectOverview? {
        try await database.read { connection in
            guard let project = try visibleProject(normalizedName, to: principal, in: connection)
            else { return nil }
            let listing = try Self.listing(
                of: project, withFiles: project.status.offersFiles, connection)
            let releases = try Self.summaries(of: listing, connection)
            let wanted = version?.canonical ?? listing.latestVersion
            let summary = releases.first { (try? Version($0.version))?.canonical == wanted }
            return ProjectOverview(
                project: project, releases: releases,
                shown: project.status.offersFiles
                    ? try summary.flatMap { try shown($0, in: listing, for: principal, connection) }
                    : nil,
                members: try Self.members(of: project, connection),
                readersRole: try principal.flatMap {
                    try Self.role(of: $0.user, in: project, connection)
                })
        }
    }

    private static func summaries(
        of listing: ProjectListing, _ connection: any SQLConnection
    ) throws -> [ReleaseSummary] {
        let files = Dictionary(grouping: listing.files, by: \.version)
        let latest = listing.latestVersion
        let rows = try connection.rows(
            """
            SELECT version, canonical_version, created_at FROM releases
            WHERE project_id = $1 AND deleted_at IS NULL
            """, listing.project.id)
        var summaries: [String: ReleaseSummary] = [:]
        for row in rows {
            let version: String = try row.get("version")
            let canonical: String = try row.get("canonical_version")
            let files = files[version] ?? []
            let isYanked = !files.isEmpty && files.allSatisfy(\.isYanked)
            summaries[version] = ReleaseSummary(
                version: version,
                publishedAt: Timestamp(microseconds: try row.get("created_at")),
                fileCount: files.count, byteCount: files.reduce(0) { $0 + $1.byteCount },
                isPrerelease: (try? Version(version))?.isPrerelease ?? false, isYanked: isYanked,
                yankedReason: isYanked ? files.compactMap(\.yankedReason).first : nil,
                isLatest: canonical == latest)
        }
        return listing.versions.reversed().compactMap { summaries[$0] }
    }

    private func shown(
        _ summary: ReleaseSummary, in listing: ProjectListing, for principal: Principal?,
        _ connection: any SQLConnection
    ) throws -> ShownRelease? {
        let row = try connection.row(
            """
            SELECT releases.id, metadata, (SELECT name FROM users WHERE users.id = (
                    SELECT uploader_id FROM files WHERE release_id = releases.id
                    ORDER BY files.id LIMIT 1) AND users.deleted_at IS NULL) AS publisher,
                descriptions.html
            FROM releases LEFT JOIN descriptions ON descriptions.release_id = releases.id
            WHERE project_id = $1 AND version = $2 AND deleted_at IS NULL
            """, listing.project.id, summary.version)
        guard let row else { return nil }
        let metadata = try ReleaseMetadata(stored: try row.get("metadata"))
        let description = SafeHTML(stored: try row.get("html"))
        let files = listing.files.filter { $0.version == summary.version }
        let native = try NativeSummary.ofRelease(try row.get("id"), connection)
        return ShownRelease(
            summary: summary, metadata: metadata,
            urls: try projectURLs(of: metadata, in: listing.project, connection),
            description: description, files: files,
            publisher: try row.get("publisher"), native: native,
            heldDependencies: try heldNames(
                among: metadata.requiresDist.compactMap { try? Requirement($0).name.normalized },
                for: principal, connection))
    }

    /// The names of projects that this index holds and the reader may see.
    private func heldNames(
        among names: [String], for principal: Principal?, _ connection: any SQLConnection
    ) throws -> Set<String> {
        // More than these no reader looks through.
        try Set(names.prefix(1_000)).filter { name in
            let project = try visibleProject(name, to: principal, in: connection)
            return project.map { $0.status != .quarantined } ?? false
        }
    }

    /// Who has a role in a project that everyone may know of, owners first; a deleted account is told
    /// of nowhere.
    static func members(
        of project: Project, _ connection: any SQLConnection
    ) throws -> [ProjectMember] {
        try connection.rows(
            """
            SELECT users.name, roles.role FROM roles JOIN users ON users.id = roles.user_id
            WHERE roles.project_id = $1 AND \(ProjectRole.isTold)
              AND users.deleted_at IS NULL
            ORDER BY roles.role DESC, users.normalized_name
            """, project.id
        ).compactMap { row in
            let name: String = try row.get("name")
            return ProjectRole(rawValue: try row.get("role")).map {
                ProjectMember(user: name, role: $0)
            }
        }
    }
}

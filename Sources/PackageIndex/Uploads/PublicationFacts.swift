import BlobStorage
import Database
import PythonPackaging

/// What the index holds already that bears on whether a file may be published.
package struct PublicationFacts: Sendable {
    /// A published file that shares the name or the bytes.
    struct Published: Sendable {
        let filename: String
        let sha256: String
        let blake2b: String
        let project: String
        let isDeleted: Bool
    }

    let project: Project?
    let releaseCreatedAt: Timestamp?
    let sourceDistribution: String?
    let sameName: Published?
    let sameBytes: Published?
    let isFilenameUsed: Bool

    /// Looks everything up in one snapshot, or in the transaction that publishes.
    ///
    /// Another project's file with the same bytes counts where `reader` may see that project: from
    /// everyone else it is kept that there is one.
    static func gather(
        filename: String, version: Version, digests: FileDigests, project: Project?,
        reader: Int64?, in connection: any SQLConnection
    ) throws -> PublicationFacts {
        let release = try project.flatMap { try Release.find(version, of: $0, in: connection) }
        let living = release.flatMap { $0.deletedAt == nil ? $0 : nil }
        return PublicationFacts(
            project: project,
            releaseCreatedAt: living?.createdAt,
            sourceDistribution: try living.flatMap { release in
                try connection.row(
                    """
                    SELECT filename FROM files
                    WHERE release_id = $1 AND kind = 'sdist' AND deleted_at IS NULL LIMIT 1
                    """, release.id
                ).map { try $0.get("filename") }
            },
            sameName: try published("files.filename = $1", [filename], in: connection),
            sameBytes: try published(
                """
                files.blake2b = $1 AND files.deleted_at IS NULL
                AND (projects.visibility = 'public' OR projects.id = $2 OR projects.id IN (
                    SELECT project_id FROM roles WHERE user_id = $3))
                """, [digests.blake2b, project?.id, reader], in: connection),
            isFilenameUsed: try connection.row(
                "SELECT filename FROM filenames WHERE filename = $1", filename) != nil)
    }

    /// Whether the very same file is published under the same name.
    func isUnchanged(_ filename: String, _ digests: FileDigests) -> Bool {
        guard let sameName, !sameName.isDeleted else { return false }
        return sameName.filename == filename && sameName.sha256 == digests.sha256.hex
    }

    private static func published(
        _ condition: String, _ values: [any SQLRepresentable], in connection: any SQLConnection
    ) throws -> Published? {
        var found: Published?
        try connection.forEachRow(
            """
            SELECT files.filename, files.sha256, files.blake2b, files.deleted_at,
                projects.normalized_name
            FROM files JOIN projects ON projects.id = files.project_id
            WHERE \(condition) LIMIT 1
            """, arguments: values.map { $0.sqlValue }
        ) { row in
            found = Published(
                filename: try row.get("filename"), sha256: try row.get("sha256"),
                blake2b: try row.get("blake2b"), project: try row.get("normalized_name"),
                isDeleted: (try row.get("deleted_at") as Int64?) != nil)
        }
        return found
    }
}

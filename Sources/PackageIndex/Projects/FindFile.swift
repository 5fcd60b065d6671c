import BlobStorage
import Database

/// A file on offer: what a server must know to hand it out.
package struct OfferedFile: Sendable {
    /// The project's normalised name.
    package let project: String
    /// The SHA-256 of its bytes, lower-case hex.
    package var sha256: String { content.hex }
    /// The SHA-256 of its METADATA, for wheels; lower-case hex.
    package var metadataSHA256: String? { metadata?.hex }

    let content: SHA256Digest
    let metadata: SHA256Digest?
}

/// Which of a file's bytes are wanted.
package enum FilePart: Sendable {
    /// The file itself.
    case content
    /// The METADATA inside it, byte for byte (PEP 658).
    case metadata
}

extension Index {
    /// A file that may be downloaded by this caller; nil where there is none.
    ///
    /// Yanked files stay downloadable; deleted and quarantined ones do not.
    package func offeredFile(
        _ filename: String, for principal: Principal?
    ) async throws -> OfferedFile? {
        guard !filename.utf8.contains(0) else { return nil }
        return try await database.read { connection in
            // One statement, whatever there is: an outsider's request for a private file takes the
            // work of one that does not exist.
            let row = try connection.row(
                """
                SELECT files.sha256, files.metadata_sha256, \(Project.columns), (
                    SELECT role FROM roles WHERE project_id = projects.id AND user_id = $2
                ) AS caller_role
                FROM files JOIN projects ON projects.id = files.project_id
                WHERE files.filename = $1 AND files.deleted_at IS NULL
                """, filename, principal?.user.id)
            guard let row else { return nil }
            let project = try Project(row)
            let role: String? = try row.get("caller_role")
            guard project.deletedAt == nil, project.isPublic || role != nil,
                try mayRead(principal, project), project.status.offersFiles
            else { return nil }
            return OfferedFile(
                project: project.normalizedName,
                content: try PublishedFile.digest(try row.get("sha256")),
                metadata: try (row.get("metadata_sha256") as String?).map(PublishedFile.digest))
        }
    }

    /// The bytes of an offered file; nil where it has no metadata.
    ///
    /// Throws where storage has lost what the database names: `cheeseboard verify` says what.
    package func open(_ file: OfferedFile, _ part: FilePart) async throws -> FileContent? {
        guard let digest = part == .content ? file.content : file.metadata else { return nil }
        guard let blob = try await blobs.open(digest) else { throw BlobMissing(digest: digest) }
        return FileContent(blob)
    }
}

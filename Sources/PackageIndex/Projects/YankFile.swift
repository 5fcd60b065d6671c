import Database
package import PythonPackaging

extension Index {
    /// Yanks one file of a release (PEP 592), so that installers pass it over unless asked for
    /// exactly its version.
    package func yankFile(
        _ filename: String, of project: ProjectName, reason: String?, by requester: Requester
    ) async throws {
        try await setYanked(true, filename, of: project, reason: Reason(reason).text, by: requester)
    }

    /// Takes the yank of one file back.
    package func unyankFile(
        _ filename: String, of project: ProjectName, by requester: Requester
    ) async throws {
        try await setYanked(false, filename, of: project, reason: nil, by: requester)
    }

    private func setYanked(
        _ isYanked: Bool, _ filename: String, of name: ProjectName, reason: String?,
        by requester: Requester
    ) async throws {
        let now = clock.now()
        try await change { connection, journal in
            let project = try Project.managedAndLocked(
                name, by: requester, at: now, in: connection)
            let file = try FileReference.required(filename, of: project, in: connection)
            try connection.run(
                "UPDATE files SET is_yanked = $1, yanked_reason = $2 WHERE id = $3", isYanked,
                reason, file.id)
            try SecurityEvent.record(
                isYanked ? .fileYanked : .fileUnyanked, project: project.id,
                ["version": file.version, "filename": filename, "reason": reason],
                by: requester, at: now, in: connection)
            journal.append(
                isYanked ? .yankFile : .unyankFile, project: project.normalizedName,
                version: file.version, filename: filename, detail: reason, by: requester.name)
        }
    }
}

/// A file of a project, found by its name.
struct FileReference {
    let id: Int64
    let release: Int64
    let version: String
    let kind: PublishedFile.Kind?
    let deletedAt: Timestamp?

    /// The file of that name, deleted ones among them; another project's is none.
    static func find(
        _ filename: String, of project: Project, in connection: any SQLConnection
    ) throws -> FileReference? {
        guard !filename.utf8.contains(0) else { return nil }
        return try connection.row(
            """
            SELECT files.id, files.release_id, files.kind, files.deleted_at, releases.version
            FROM files JOIN releases ON releases.id = files.release_id
            WHERE files.filename = $1 AND files.project_id = $2
            """, filename, project.id
        ).map { row in
            FileReference(
                id: try row.get("id"), release: try row.get("release_id"),
                version: try row.get("version"),
                kind: PublishedFile.Kind(rawValue: try row.get("kind")),
                deletedAt: (try row.get("deleted_at") as Int64?)
                    .map(Timestamp.init(microseconds:)))
        }
    }

    /// The living file of that name, or a refusal that says there is none.
    static func required(
        _ filename: String, of project: Project, in connection: any SQLConnection
    ) throws -> FileReference {
        guard let file = try find(filename, of: project, in: connection), file.deletedAt == nil
        else {
            throw Refusal(
                .fileUnknown,
                "The project '\(project.name)' has no file '\(Shown.short(filename))'.")
        }
        return file
    }
}

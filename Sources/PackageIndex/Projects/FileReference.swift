import Database

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

import Database
package import PythonPackaging

extension Index {
    /// Deletes one file; its name stays used for ever, its bytes go after the grace period.
    package func deleteFile(
        _ filename: String, of name: ProjectName, by actor: User?
    ) async throws {
        let now = clock.now()
        try await change { connection, journal in
            let project = try Project.locked(name.normalized, in: connection)
            let row = try connection.row(
                """
                SELECT files.id, releases.version FROM files
                JOIN releases ON releases.id = files.release_id
                WHERE files.filename = $1 AND files.project_id = $2 AND files.deleted_at IS NULL
                """, filename, project.id)
            guard let row else {
                throw Refusal(
                    .fileUnknown,
                    "The project '\(project.name)' has no file '\(Shown.short(filename))'.")
            }
            try connection.run(
                "UPDATE files SET deleted_at = $1 WHERE id = $2", now.microseconds,
                try row.get("id") as Int64)
            try project.recountBytes(in: connection)
            journal.append(
                .deleteFile, project: project.normalizedName, version: try row.get("version"),
                filename: filename, by: actor?.name)
        }
    }
}

extension Project {
    /// Sums up the living files' sizes afresh.
    func recountBytes(in connection: any SQLConnection) throws {
        try connection.run(
            """
            UPDATE projects SET total_bytes = (
                SELECT COALESCE(SUM(byte_count), 0) FROM files
                WHERE project_id = $1 AND deleted_at IS NULL)
            WHERE id = $1
            """, id)
    }
}

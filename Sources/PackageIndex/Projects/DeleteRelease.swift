import Database
package import PythonPackaging

extension Index {
    /// Deletes a release with all its files.
    package func deleteRelease(
        _ version: Version, of name: ProjectName, by actor: User?
    ) async throws {
        let now = clock.now()
        try await change { connection, journal in
            let project = try Project.locked(name.normalized, in: connection)
            let release = try Release.required(version, of: project, in: connection)
            try connection.run(
                "UPDATE releases SET deleted_at = $1 WHERE id = $2", now.microseconds, release.id)
            try connection.run(
                "UPDATE files SET deleted_at = $1 WHERE release_id = $2 AND deleted_at IS NULL",
                now.microseconds, release.id)
            try project.recountBytes(in: connection)
            journal.append(
                .deleteRelease, project: project.normalizedName, version: release.version,
                by: actor?.name)
        }
    }
}

import Database
package import PythonPackaging

extension Index {
    /// Deletes a project.
    ///
    /// For the grace period its name stays taken and it can be brought back whole; then the name is
    /// free, and the names of its files stay used.
    package func deleteProject(_ name: ProjectName, by actor: User?) async throws {
        let now = clock.now()
        try await change { connection, journal in
            let project = try Project.locked(name.normalized, in: connection)
            try connection.run(
                "UPDATE projects SET deleted_at = $1 WHERE id = $2", now.microseconds, project.id)
            journal.append(.deleteProject, project: project.normalizedName, by: actor?.name)
        }
    }

    /// Brings a deleted project back with everything it had.
    package func restoreProject(_ name: ProjectName, by actor: User?) async throws {
        try await change { connection, journal in
            let changed = try connection.run(
                """
                UPDATE projects SET deleted_at = NULL, revision = revision + 1
                WHERE normalized_name = $1 AND deleted_at IS NOT NULL
                """, name.normalized)
            guard changed == 1 else {
                throw Refusal(
                    .projectUnknown, "There is no deleted project '\(name)' to bring back.")
            }
            journal.append(.restoreProject, project: name.normalized, by: actor?.name)
        }
    }
}

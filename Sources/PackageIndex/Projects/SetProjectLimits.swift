import Database
package import PythonPackaging

extension Index {
    /// Lets a project have larger files, or more, than others; by an administrator.
    ///
    /// Of the index's limit and the project's own the larger one holds; nil leaves the index's.
    package func setLimits(
        of name: ProjectName, fileBytes: Int?, totalBytes: Int?, by requester: Requester
    ) async throws {
        for bytes in [fileBytes, totalBytes].compactMap(\.self) where bytes <= 0 {
            throw Refusal(.fieldInvalid, "limit: \(bytes) is not a size in bytes.")
        }
        let now = clock.now()
        try await database.write { connection in
            try requester.hold(in: connection)
            try requester.checkAdministrator(at: now)
            try Project.lock(name, in: connection)
            guard let project = try Project.find(name.normalized, in: connection),
                project.deletedAt == nil
            else { throw Project.unknown(name) }
            try connection.run(
                """
                UPDATE projects SET maximum_file_bytes = $1, maximum_total_bytes = $2
                WHERE id = $3
                """, fileBytes, totalBytes, project.id)
            try SecurityEvent.record(
                .limitsChanged, project: project.id,
                ["file": fileBytes.map(String.init), "total": totalBytes.map(String.init)],
                by: requester, at: now, in: connection)
        }
    }
}

extension IndexSettings {
    /// The settings with a project's own limits where those are larger.
    func with(limitsOf project: Project?) -> IndexSettings {
        var settings = self
        settings.maximumFileBytes = max(maximumFileBytes, project?.maximumFileBytes ?? 0)
        settings.maximumProjectBytes = max(maximumProjectBytes, project?.maximumTotalBytes ?? 0)
        return settings
    }
}

import Database

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

    /// The same after something came back, which what was uploaded meanwhile may leave no room for.
    func recountBytes(within settings: IndexSettings, in connection: any SQLConnection) throws {
        try recountBytes(in: connection)
        let limit = settings.with(limitsOf: self).maximumProjectBytes
        guard try Project.present(normalizedName, in: connection).totalBytes <= limit else {
            throw Self.tooLarge(name, limit: limit)
        }
    }

    /// The refusal for what would bring a project over its limit.
    static func tooLarge(_ name: String, limit: Int) -> Refusal {
        Refusal(
            .projectTooLarge,
            "Project size too large. Limit for project '\(name)' total size is "
                + "\(ByteCount.text(limit)).")
    }
}

import Database

/// That a whole release is yanked: every file that it offers.
struct Yank {
    private let reason: String?

    /// Nil where some file of the release is not yanked, or it has none.
    init?(of release: Release, _ connection: any SQLConnection) throws {
        let row = try connection.row(
            """
            SELECT MIN(is_yanked) AS is_yanked, MAX(yanked_reason) AS reason FROM files
            WHERE release_id = $1 AND deleted_at IS NULL
            """, release.id)
        guard let row, try (row.get("is_yanked") as Bool?) ?? false else { return nil }
        reason = try row.get("reason")
    }

    /// Yanks a file that is added to the release: people yank releases, and a wheel that was late
    /// must not bring one back.
    func extend(to file: Int64, _ connection: any SQLConnection) throws {
        try connection.run(
            "UPDATE files SET is_yanked = 1, yanked_reason = $1 WHERE id = $2", reason, file)
    }
}

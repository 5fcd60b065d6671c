import Database
import PythonPackaging

/// Which project needs which others by its latest release: rows that stand in the order in which
/// dependents are listed, so that a list of the first is read without looking at the rest.
///
/// A deleted, private or quarantined project keeps its rows; whoever lists them looks at the project.
enum DependentRows {
    /// Brings the rows of a project up to date, whose own row is locked.
    static func refresh(of project: String, in connection: any SQLConnection) throws {
        let row = try connection.row(
            "SELECT id FROM projects WHERE normalized_name = $1", project)
        guard let id: Int64 = try row?.get("id") else { return }
        try connection.run("DELETE FROM dependents WHERE project_id = $1", id)
        guard let latest = try latestRelease(of: id, connection) else { return }
        try connection.run(
            """
            INSERT INTO dependents (needed, dependent, project_id, version)
            SELECT normalized_name, $1, $2, $3 FROM dependencies WHERE release_id = $4
            """, project, id, latest.version, latest.id)
    }

    /// The release that a project's page shows: not yanked rather than yanked, final rather than not,
    /// then the highest.
    private static func latestRelease(
        of project: Int64, _ connection: any SQLConnection
    ) throws -> (id: Int64, version: String)? {
        let releases = try connection.rows(
            """
            SELECT releases.id, releases.version, (
                SELECT MIN(is_yanked) FROM files
                WHERE files.release_id = releases.id AND files.deleted_at IS NULL
            ) AS is_yanked
            FROM releases WHERE releases.project_id = $1 AND releases.deleted_at IS NULL
            """, project)
        var latest: (rank: (Int, Int), version: Version, id: Int64, text: String)?
        for row in releases {
            let text: String = try row.get("version")
            guard let version = try? Version(text) else { continue }
            // A release without files is not yanked.
            let isYanked = (try row.get("is_yanked") as Bool?) ?? false
            let rank = (isYanked ? 0 : 1, version.isPrerelease ? 0 : 1)
            if let latest {
                guard latest.rank < rank || latest.rank == rank && latest.version < version else {
                    continue
                }
            }
            latest = (rank, version, try row.get("id"), text)
        }
        return latest.map { ($0.id, $0.text) }
    }
}

import Database
import PythonPackaging

/// A version of a project.
struct Release {
    let id: Int64
    let version: String
    let createdAt: Timestamp
    let deletedAt: Timestamp?

    /// The release of a version, deleted ones among them; `1.0` and `1.0.0` are the same.
    static func find(
        _ version: Version, of project: Project, in connection: any SQLConnection
    ) throws -> Release? {
        try connection.row(
            """
            SELECT id, version, created_at, deleted_at FROM releases
            WHERE project_id = $1 AND canonical_version = $2
            """, project.id, version.canonical
        ).map { row in
            Release(
                id: try row.get("id"), version: try row.get("version"),
                createdAt: Timestamp(microseconds: try row.get("created_at")),
                deletedAt: (try row.get("deleted_at") as Int64?)
                    .map(Timestamp.init(microseconds:)))
        }
    }

    /// The living release of a version, or a refusal that says there is none.
    static func required(
        _ version: Version, of project: Project, in connection: any SQLConnection
    ) throws -> Release {
        guard let release = try find(version, of: project, in: connection),
            release.deletedAt == nil
        else {
            throw Refusal(
                .releaseUnknown, "The project '\(project.name)' has no release '\(version)'.")
        }
        return release
    }
}

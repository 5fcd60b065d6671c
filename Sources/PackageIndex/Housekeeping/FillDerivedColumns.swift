import Database
import PythonPackaging

extension Index {
    /// How many rows one job fills in.
    private static let filledAtOnce = 500

    /// Sees to it that rows of before there were these columns get them: what names look like, what
    /// releases need, and which projects' latest ones do.
    func scheduleFilling(_ connection: any SQLConnection, at now: Timestamp) throws {
        try Job.enqueue(
            .fillDerivedColumns, key: Self.fillingKey(after: 0), payload: "0", at: now,
            connection)
    }

    static func fillingKey(after release: Int64) -> String { "fill-derived:1:\(release)" }

    /// Fills in the next projects, and the releases after a row number.
    ///
    /// Then it puts the next job in line, until nothing is left. May run twice: what is there stays.
    func fillDerivedColumns(after release: Int64) async throws -> JobResult {
        let now = clock.now()
        let (names, releases) = try await database.read { connection in
            (
                try connection.rows(
                    """
                    SELECT id, normalized_name FROM projects WHERE look_alike_key IS NULL
                    ORDER BY id LIMIT $1
                    """, Self.filledAtOnce
                ).map {
                    (id: try $0.get("id") as Int64, name: try $0.get("normalized_name") as String)
                },
                try connection.rows(
                    """
                    SELECT releases.id, releases.metadata, projects.normalized_name
                    FROM releases JOIN projects ON projects.id = releases.project_id
                    WHERE releases.id > $1 ORDER BY releases.id LIMIT $2
                    """, release, Self.filledAtOnce
                ).map { row in
                    let metadata = try? ReleaseMetadata(stored: try row.get("metadata"))
                    return (
                        id: try row.get("id") as Int64,
                        project: try row.get("normalized_name") as String,
                        needs: metadata.map(DependencyRows.names) ?? []
                    )
                }
            )
        }
        return { connection in
            for (id, name) in names {
                try connection.run(
                    "UPDATE projects SET look_alike_key = $1 WHERE id = $2",
                    (try? ProjectName(name))?.ultranormalized ?? name, id)
            }
            for (id, _, needs) in releases where !needs.isEmpty {
                // It may have gone since it was read.
                guard try connection.row("SELECT id FROM releases WHERE id = $1", id) != nil else {
                    continue
                }
                try DependencyRows.add(of: id, needs, in: connection)
            }
            for project in Set(releases.map(\.project)).sorted() {
                try connection.run(
                    "UPDATE projects SET revision = revision + 1 WHERE normalized_name = $1",
                    project)
                try DependentRows.refresh(of: project, in: connection)
            }
            let last = releases.last?.id ?? release
            guard names.count == Self.filledAtOnce || releases.count == Self.filledAtOnce else {
                return
            }
            // Where only names are left the row number stands still, so the key must not.
            let key =
                Self.fillingKey(after: last) + (last == release ? ":\(names.last?.id ?? 0)" : "")
            try Job.enqueue(
                .fillDerivedColumns, key: key, payload: "\(last)", at: now, connection)
        }
    }
}

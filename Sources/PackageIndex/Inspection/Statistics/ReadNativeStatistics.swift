import Database

extension Index {
    /// What is known of the native code of all public, living projects.
    ///
    /// The same for everyone who may read: nothing of private, quarantined and deleted projects is in
    /// it, also for those who may see them. Kept until a file or a report changes.
    package func nativeStatistics() async throws -> NativeStatistics {
        let state = try await database.read { try Self.statisticsState($0) }
        return try await statistics.figures {
            $0.isAsNew(as: state)
        } compute: {
            let now = clock.now()
            return try await database.read { connection in
                (
                    try Self.statisticsState(connection),
                    try Self.computeStatistics(at: now, connection)
                )
            }
        }
    }

    private static func statisticsState(
        _ connection: any SQLConnection
    ) throws -> NativeStatisticsState {
        let row = try connection.row(
            """
            SELECT journal_counter.serial, native_revision.revision
            FROM journal_counter, native_revision
            WHERE journal_counter.id = 1 AND native_revision.id = 1
            """)
        return NativeStatisticsState(
            serial: try row?.get("serial") ?? 0, revision: try row?.get("revision") ?? 0)
    }

    /// Files that count, with their projects: joined to whatever has a `file_id`.
    private static func counted(_ table: String) -> String {
        """
        FROM \(table)
        JOIN files ON files.id = \(table).file_id
        JOIN projects ON projects.id = files.project_id
        WHERE files.deleted_at IS NULL AND projects.deleted_at IS NULL
            AND projects.visibility = 'public' AND projects.status <> 'quarantined'
        """
    }

    private static func computeStatistics(
        at now: Timestamp, _ connection: any SQLConnection
    ) throws -> NativeStatistics {
        var history = LanguageHistory()
        var firsts: [String: [Int64: Timestamp]] = [:]
        try connection.forEachRow(
            """
            SELECT files.project_id, files.release_id, native_languages.language,
                MIN(files.uploaded_at) AS first_at
            \(counted("native_languages"))
            GROUP BY files.project_id, files.release_id, native_languages.language
            """, arguments: []
        ) { row in
            let language: String = try row.get("language")
            let project: Int64 = try row.get("project_id")
            let first = Timestamp(microseconds: try row.get("first_at"))
            history.note(
                language, project: project, release: try row.get("release_id"), at: first)
            firsts[language, default: [:]][project] = min(
                firsts[language]?[project] ?? first, first)
        }
        let slices = try slicesByBuild(connection)
        let changes = history.changes()
        return NativeStatistics(
            schema: 1, rubric: Rubric.version, computedAt: now.iso8601,
            wheels: try basis(connection), projects: history.projects,
            languages: history.languages(firsts: firsts), platforms: slices.platforms,
            toolchains: slices.toolchains, changed: changes.count,
            changes: try changes.prefix(NativeStatistics.mostChanges).map { change in
                NativeStatistics.Change(
                    project: try text(
                        "normalized_name", of: "projects", change.project, connection),
                    from: change.from.languages.sorted(),
                    fromVersion: try text("version", of: "releases", change.from.id, connection),
                    to: change.to.languages.sorted(),
                    toVersion: try text("version", of: "releases", change.to.id, connection),
                    month: change.at.month)
            })
    }

    private static func slicesByBuild(_ connection: any SQLConnection) throws -> BuildFigures {
        var counts: [Int64: Int] = [:]
        try connection.forEachRow(
            """
            SELECT native_slices.build_id, CAST(SUM(native_slices.slices) AS BIGINT) AS slices
            \(counted("native_slices")) GROUP BY native_slices.build_id
            """, arguments: []
        ) { row in
            counts[try row.get("build_id")] = try row.get("slices")
        }
        var figures = BuildFigures()
        try connection.forEachRow(
            "SELECT id, format, machine, toolchains, protections FROM native_builds", arguments: []
        ) { row in
            guard let slices = counts[try row.get("id")] else { return }
            figures.count(
                NativeBuild(
                    format: try row.get("format"), machine: try row.get("machine"),
                    toolchains: try row.get("toolchains"), protections: try row.get("protections")),
                slices)
        }
        return figures
    }

    private static func basis(_ connection: any SQLConnection) throws -> NativeStatistics.Basis {
        let inspected = try connection.row(
            """
            SELECT COUNT(*) AS inspected,
                CAST(COALESCE(SUM(CASE WHEN native_traits.own_files > 0 THEN 1 ELSE 0 END), 0)
                    AS BIGINT) AS native
            \(counted("native_traits"))
            """)
        let published = try connection.row(
            """
            SELECT COUNT(*) AS published FROM files JOIN projects ON projects.id = files.project_id
            WHERE files.kind = 'bdist_wheel' AND files.deleted_at IS NULL
                AND projects.deleted_at IS NULL AND projects.visibility = 'public'
                AND projects.status <> 'quarantined'
            """)
        return NativeStatistics.Basis(
            published: try published?.get("published") ?? 0,
            inspected: try inspected?.get("inspected") ?? 0,
            native: try inspected?.get("native") ?? 0)
    }

    private static func text(
        _ column: String, of table: String, _ id: Int64, _ connection: any SQLConnection
    ) throws -> String {
        let row = try connection.row("SELECT \(column) FROM \(table) WHERE id = $1", id)
        return try row?.get(column) ?? ""
    }
}

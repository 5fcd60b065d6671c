import Database

extension Index {
    /// How many pages at most one batch of changes has forgotten one by one.
    private static let mostTouched = 5_000

    /// The projects whose pages tell of some changes: those that changed, those that they need, whose
    /// pages list them, and, where one came or went, those that need it, whose pages link to it.
    ///
    /// Nil where they are too many to be told one by one.
    func projectsTouched(by entries: [JournalEntry]) async throws -> Set<String>? {
        let changed = Set(entries.map(\.project))
        let cameOrWent = Set(entries.filter { Self.changesPresence($0.action) }.map(\.project))
        return try await database.read { connection in
            var touched = changed
            for project in changed {
                try connection.forEachRow(
                    """
                    SELECT DISTINCT dependencies.normalized_name FROM dependencies
                    JOIN releases ON releases.id = dependencies.release_id
                    JOIN projects ON projects.id = releases.project_id
                    WHERE projects.normalized_name = $1
                    """, arguments: [project.sqlValue]
                ) { touched.insert(try $0.get("normalized_name")) }
            }
            for project in cameOrWent {
                try connection.forEachRow(
                    """
                    SELECT DISTINCT projects.normalized_name FROM dependencies
                    JOIN releases ON releases.id = dependencies.release_id
                    JOIN projects ON projects.id = releases.project_id
                    WHERE dependencies.normalized_name = $1
                    """, arguments: [project.sqlValue]
                ) { touched.insert(try $0.get("normalized_name")) }
                if touched.count > Self.mostTouched { return nil }
            }
            return touched
        }
    }

    /// Whether an action may make a project appear or vanish, for everybody or for some.
    private static func changesPresence(_ action: JournalEntry.Action?) -> Bool {
        switch action {
        case .newRelease, .deleteRelease, .restoreRelease, .yankRelease, .unyankRelease, .addFile,
            .deleteFile, .restoreFile, .yankFile, .unyankFile:
            false
        default: true
        }
    }
}

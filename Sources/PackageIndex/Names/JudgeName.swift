import Database
import Logging

extension Index {
    /// How many of the most used projects, here and in the catalogue, a new name is compared with.
    private static let comparedNames = 10_000

    /// The names that most others here depend on, of which only public projects are asked, and those
    /// that the catalogue says are the most used elsewhere; at most so many of each.
    func mostUsedNames(limit: Int) async throws -> Set<String> {
        let needed: [String] = try await database.read { connection in
            try connection.rows(
                """
                SELECT dependents.needed AS name, COUNT(*) AS users
                FROM dependents JOIN projects ON projects.id = dependents.project_id
                WHERE projects.deleted_at IS NULL AND projects.visibility = 'public'
                GROUP BY dependents.needed
                ORDER BY users DESC, name LIMIT $1
                """, limit
            ).map { try $0.get("name") }
        }
        return Set(needed).union(try await mostUsedOfCatalogue(limit: limit))
    }

    /// Asks for the name of a project to be judged where the profile says so, once everyone sees it.
    static func enqueueJudging(
        ofProject id: Int64, _ settings: IndexSettings, at now: Timestamp,
        _ connection: any SQLConnection
    ) throws {
        guard ProjectNamePolicy.resemblance.profiles.contains(settings.profile) else { return }
        try Job.enqueue(
            .judgeName, key: "judge-name:\(id):\(now.microseconds)", payload: "\(id)", at: now,
            connection)
    }

    /// Compares the name of a new project with the most used ones and notes what it resembles.
    ///
    /// The note is for administrators; it forbids nothing, is made once, and says nothing of a
    /// private project, which administrators do not see.
    func judgeName(ofProject id: Int64) async throws -> JobResult {
        let unjudged = """
            SELECT normalized_name FROM projects
            WHERE id = $1 AND deleted_at IS NULL AND visibility = 'public'
              AND NOT EXISTS (SELECT 1 FROM events WHERE project_id = $1 AND tag = $2)
            """
        let tag = EventTag.nameResembles.rawValue
        let row = try await database.read { connection in
            try connection.row(unjudged, id, tag)
        }
        guard let name: String = try row?.get("normalized_name") else { return { _ in } }
        let known = try await mostUsedNames(limit: Self.comparedNames)
        let resemblance = try await judging.run { NameResemblance.find(name, among: known) }
        guard let resemblance else { return { _ in } }
        let now = clock.now()
        logger.notice(
            "the project \(name) has a name like that of \(resemblance.name)",
            metadata: ["project.name": "\(name)", "name.rule": "\(resemblance.rule.rawValue)"])
        return { connection in
            // It may have been closed meanwhile.
            guard try connection.row(unjudged, id, tag) != nil else { return }
            try SecurityEvent.record(
                .nameResembles, project: id,
                ["resembles": resemblance.name, "rule": resemblance.rule.rawValue],
                by: .machineOwner, at: now, in: connection)
            let administrators = try connection.rows(
                "SELECT id FROM users WHERE is_admin = 1 AND deleted_at IS NULL ORDER BY id"
            ).map { try $0.get("id") as Int64 }
            for administrator in administrators {
                try send(
                    .nameResembles(
                        name, known: resemblance.name, rule: resemblance.rule.rawValue),
                    to: .oneVerified(of: administrator), at: now, connection)
            }
        }
    }
}

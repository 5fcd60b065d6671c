import Database

/// How much there is that everyone may see.
package struct IndexFigures: Sendable, Equatable {
    /// Living projects.
    package let projects: Int
    /// Their releases.
    package let releases: Int
    /// Their files.
    package let files: Int

    /// From how many rows on counting takes long enough that the outcome is kept.
    static let manyRows = 1_000

    fileprivate var isDear: Bool { projects + releases + files >= Self.manyRows }
}

extension Index {
    /// How many projects, releases and files everyone may see; in an index of some size a minute
    /// ago, since no change says by how much it changes them.
    package func figures() async throws -> IndexFigures {
        let now = clock.now()
        return try await countedFigures.figures { countedAt in
            countedAt.map { $0 <= now && now < $0 + .seconds(60) } ?? false
        } compute: {
            let counted = try await countFigures()
            return (counted.isDear ? now : nil, counted)
        }
    }

    private func countFigures() async throws -> IndexFigures {
        try await database.read { connection in
            func count(_ query: String) throws -> Int {
                try connection.row("SELECT COUNT(*) AS number FROM \(query)")?.get("number") ?? 0
            }
            return IndexFigures(
                projects: try count("projects WHERE \(Self.isListed)"),
                releases: try count(
                    """
                    releases JOIN projects ON projects.id = releases.project_id
                    WHERE releases.deleted_at IS NULL AND \(Self.isListed)
                    """),
                files: try count(
                    """
                    files JOIN projects ON projects.id = files.project_id
                    WHERE files.deleted_at IS NULL AND \(Self.isListed)
                    """))
        }
    }
}

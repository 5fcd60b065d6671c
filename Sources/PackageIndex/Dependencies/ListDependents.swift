import Database
package import PythonPackaging

/// A project whose latest release needs another.
package struct Dependent: Sendable, Equatable {
    /// The name as displayed.
    package let name: String
    /// The name in addresses.
    package let normalizedName: String
    /// The version of its latest release.
    package let version: String
}

/// The first of the projects that need another one.
package struct DependentList: Sendable, Equatable {
    /// The projects, by normalised name.
    package let projects: [Dependent]
    /// Whether there are more.
    package let hasMore: Bool
}

extension Index {
    /// How many projects with some release that needs another are looked at together.
    private static let dependentsLookedAt = 200

    /// The projects here whose latest release needs the named one, whether or not that is here, as
    /// far as the caller may see them.
    package func dependents(
        of name: ProjectName, after last: String = "", limit: Int = 50,
        for principal: Principal?
    ) async throws -> DependentList {
        let reader = principal?.privateReader(at: clock.now())
        return try await database.read { connection in
            var found: [Dependent] = []
            var last = last
            while true {
                let candidates = try Self.candidates(
                    needing: name.normalized, after: last, for: reader, connection)
                for candidate in candidates {
                    last = candidate.normalizedName
                    guard
                        let version = try Self.latestVersion(
                            of: candidate.id, needing: name.normalized, connection)
                    else { continue }
                    if found.count == limit { return DependentList(projects: found, hasMore: true) }
                    found.append(
                        Dependent(
                            name: candidate.name, normalizedName: candidate.normalizedName,
                            version: version))
                }
                guard candidates.count == Self.dependentsLookedAt else {
                    return DependentList(projects: found, hasMore: false)
                }
            }
        }
    }

    /// Projects in whose living releases the name is needed, in order.
    private static func candidates(
        needing name: String, after last: String, for reader: Int64?,
        _ connection: any SQLConnection
    ) throws -> [(id: Int64, name: String, normalizedName: String)] {
        try connection.rows(
            """
            SELECT id, name, normalized_name FROM projects
            WHERE id IN (
                SELECT releases.project_id FROM dependencies
                JOIN releases ON releases.id = dependencies.release_id
                WHERE dependencies.normalized_name = $1 AND releases.deleted_at IS NULL)
              AND normalized_name > $2 AND deleted_at IS NULL AND status <> 'quarantined'
              AND (visibility = 'public' OR id IN (
                  SELECT project_id FROM roles WHERE user_id = $3))
            ORDER BY normalized_name LIMIT $4
            """, name, last, reader, dependentsLookedAt
        ).map { row in
            (
                id: try row.get("id"), name: try row.get("name"),
                normalizedName: try row.get("normalized_name")
            )
        }
    }

    /// The version of a project's latest release, if that one needs the name.
    private static func latestVersion(
        of project: Int64, needing name: String, _ connection: any SQLConnection
    ) throws -> String? {
        let releases = try connection.rows(
            """
            SELECT releases.version, (
                SELECT MIN(is_yanked) FROM files
                WHERE files.release_id = releases.id AND files.deleted_at IS NULL
            ) AS is_yanked, (
                SELECT 1 FROM dependencies
                WHERE dependencies.release_id = releases.id AND normalized_name = $2
            ) AS needs
            FROM releases WHERE releases.project_id = $1 AND releases.deleted_at IS NULL
            """, project, name)
        var latest: (rank: (Int, Int), version: Version, text: String, needs: Bool)?
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
            latest = (rank, version, text, (try row.get("needs") as Int?) != nil)
        }
        return latest.flatMap { $0.needs ? $0.text : nil }
    }
}

import Database

/// A line of the list of projects.
package struct ProjectEntry: Sendable, Equatable {
    /// The name as displayed.
    package let name: String
    /// The name in addresses.
    package let normalizedName: String
    /// The serial of its newest change.
    package let lastSerial: Int64
}

/// The list of projects at one moment of the journal.
package struct ProjectList: Sendable {
    /// The serial that the list was read at.
    package let serial: Int64
    /// The projects by normalised name.
    package let projects: [ProjectEntry]
}

extension Index {
    /// Every project that everyone may see, and every private one that this caller may.
    ///
    /// Quarantined projects are left out, as on PyPI. A token that is not for reading, or is
    /// limited to projects, lists no private ones.
    package func projectList(for principal: Principal?) async throws -> ProjectList {
        let user = listedUser(principal)
        return try await database.read { connection in
            ProjectList(
                serial: try Self.lastSerial(connection),
                projects: try Self.entries(in: .all, for: user, connection))
        }
    }

    /// Who may be shown the list that this caller sees: everyone, unless private projects are in it.
    package func projectListAudience(for principal: Principal?) async throws -> Audience {
        guard let user = listedUser(principal) else { return .everyone }
        let hasPrivate = try await database.read { connection in
            try connection.row(
                """
                SELECT 1 AS found FROM roles JOIN projects ON projects.id = roles.project_id
                WHERE roles.user_id = $1 AND projects.visibility <> 'public' LIMIT 1
                """, user) != nil
        }
        return hasPrivate ? .user(user) : .everyone
    }

    /// The listed projects of a stretch: public ones, and private ones of the user, in order.
    static func entries(
        in stretch: NameStretch, for user: Int64?, _ connection: any SQLConnection
    ) throws -> [ProjectEntry] {
        var projects: [ProjectEntry] = []
        try connection.forEachRow(
            """
            SELECT name, normalized_name, last_serial FROM projects
            WHERE normalized_name >= $2 AND normalized_name < $3
              AND deleted_at IS NULL AND status <> 'quarantined'
              AND (visibility = 'public' OR id IN (
                  SELECT project_id FROM roles WHERE user_id = $1))
            ORDER BY normalized_name
            """, arguments: [user.sqlValue, stretch.lower.sqlValue, stretch.upper.sqlValue]
        ) { row in
            projects.append(
                ProjectEntry(
                    name: try row.get("name"), normalizedName: try row.get("normalized_name"),
                    lastSerial: try row.get("last_serial")))
        }
        return projects
    }

    /// The user whose private projects are listed.
    private func listedUser(_ principal: Principal?) -> Int64? {
        guard let principal, !principal.isLimitedToProjects,
            (try? principal.checkToken(.read, inAnyProjectAt: clock.now())) != nil
        else { return nil }
        return principal.user.id
    }
}

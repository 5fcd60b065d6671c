import Database

/// What has become of the list of projects since somebody read it, cut into stretches.
package struct ProjectListUpdate: Sendable {
    /// The serial that it was read at.
    package let serial: Int64
    /// The cuts that the stretches are counted by: those of the one who asks, or none where the
    /// whole list was read as one stretch.
    package let cuts: NameCuts
    /// The public projects of each stretch in which one has changed.
    package let changed: [Int: [ProjectEntry]]
    /// All that the audience sees of each stretch in which it sees more than everyone.
    package let own: [Int: [ProjectEntry]]
}

extension Index {
    /// Above so many changes the whole list is read again: to look them up would cost more.
    private static let mostChanges: Int64 = 10_000

    /// The stretches of the list of projects that changed after a serial, all from one snapshot.
    ///
    /// - Parameters:
    ///   - known: The serial at which the caller has the list; nil where they have nothing.
    ///   - cuts: How the caller has cut it.
    ///   - audience: Whose private projects are listed with the public ones.
    /// - Returns: The stretches that changed, and those that the audience has more in.
    /// - Throws: `DatabaseError`.
    package func projectListUpdate(
        since known: Int64?, cuts: NameCuts, for audience: Audience
    ) async throws -> ProjectListUpdate {
        try await database.read { connection in
            let serial = try Self.lastSerial(connection)
            let known = known.flatMap { (0...Self.mostChanges).contains(serial - $0) ? $0 : nil }
            guard let known else {
                return ProjectListUpdate(
                    serial: serial, cuts: NameCuts(),
                    changed: [0: try Self.entries(in: .all, for: nil, connection)],
                    own: try Self.ownStretches(NameCuts(), of: audience, connection))
            }
            let names: [String] = try connection.rows(
                "SELECT project FROM journal WHERE serial > $1 ORDER BY serial", known
            ).map { try $0.get("project") }
            return ProjectListUpdate(
                serial: serial, cuts: cuts,
                changed: try Self.stretches(of: names, cuts, for: nil, connection),
                own: try Self.ownStretches(cuts, of: audience, connection))
        }
    }

    /// The stretches with a private project that the audience sees.
    private static func ownStretches(
        _ cuts: NameCuts, of audience: Audience, _ connection: any SQLConnection
    ) throws -> [Int: [ProjectEntry]] {
        guard case .user(let user) = audience else { return [:] }
        let names: [String] = try connection.rows(
            """
            SELECT projects.normalized_name FROM roles
            JOIN projects ON projects.id = roles.project_id
            WHERE roles.user_id = $1 AND projects.visibility <> 'public'
            """, user
        ).map { try $0.get("normalized_name") }
        return try stretches(of: names, cuts, for: user, connection)
    }

    private static func stretches(
        of names: [String], _ cuts: NameCuts, for user: Int64?, _ connection: any SQLConnection
    ) throws -> [Int: [ProjectEntry]] {
        var stretches: [Int: [ProjectEntry]] = [:]
        for number in Set(names.map(cuts.stretch(of:))) {
            stretches[number] = try entries(in: cuts[number], for: user, connection)
        }
        return stretches
    }
}

import Database

/// The rows that say who is what to a project; every function here wants the project's row locked.
enum RoleRows {
    /// A user's role with the time since when.
    struct Held {
        let role: ProjectRole
        let since: Timestamp
    }

    /// The role that a user has in a project.
    static func find(
        of user: Int64, in project: Project, _ connection: any SQLConnection
    ) throws -> Held? {
        let row = try connection.row(
            "SELECT role, created_at FROM roles WHERE project_id = $1 AND user_id = $2",
            project.id, user)
        guard let row, let role = ProjectRole(rawValue: try row.get("role")) else { return nil }
        return Held(role: role, since: Timestamp(microseconds: try row.get("created_at")))
    }

    /// The role that a user has, or a refusal that says they have none.
    static func required(
        of user: User, in project: Project, _ connection: any SQLConnection
    ) throws -> Held {
        guard let held = try find(of: user.id, in: project, connection) else {
            throw Refusal(
                .roleUnknown,
                "The user '\(user.name)' has no role in project '\(project.name)'.")
        }
        return held
    }

    /// Gives a user a role, in the place of the one they had.
    static func set(
        _ role: ProjectRole, of user: User, in project: Project, by requester: Requester,
        at now: Timestamp, _ connection: any SQLConnection, _ journal: inout JournalDraft
    ) throws {
        let old = try find(of: user.id, in: project, connection)?.role
        guard old != role else { return }
        try connection.run(
            """
            INSERT INTO roles (project_id, user_id, role, created_at) VALUES ($1, $2, $3, $4)
            ON CONFLICT (project_id, user_id) DO UPDATE SET
                role = excluded.role, created_at = excluded.created_at
            """, project.id, user.id, role.rawValue, now.microseconds)
        try endChanges(of: user.id, in: project, at: now, connection)
        if old == .owner { try endInvitations(by: user.id, in: project, at: now, connection) }
        try SecurityEvent.record(
            old == nil ? .roleAdded : .roleChanged, user: user.id, project: project.id,
            ["project": project.name, "user": user.name, "role": role.title, "was": old?.title],
            by: requester, at: now, in: connection)
        tell(
            old.map { "change \($0.title) \(user.name) to \(role.title)" }
                ?? "add \(role.title) \(user.name)",
            [old, role], project, by: requester, &journal)
    }

    /// Takes a user's role away.
    static func remove(
        _ role: ProjectRole, of user: User, in project: Project, by requester: Requester,
        at now: Timestamp, _ connection: any SQLConnection, _ journal: inout JournalDraft
    ) throws {
        try connection.run(
            "DELETE FROM roles WHERE project_id = $1 AND user_id = $2", project.id, user.id)
        try endChanges(of: user.id, in: project, at: now, connection)
        if role == .owner { try endInvitations(by: user.id, in: project, at: now, connection) }
        try SecurityEvent.record(
            requester.userID == user.id ? .roleLeft : .roleRemoved, user: user.id,
            project: project.id,
            ["project": project.name, "user": user.name, "role": role.title], by: requester,
            at: now, in: connection)
        tell("remove \(role.title) \(user.name)", [role], project, by: requester, &journal)
    }

    /// Refuses to let a project's last owner go; one who is frozen or has deleted their account
    /// cannot look after it.
    static func checkOwner(
        besides user: User, in project: Project, _ connection: any SQLConnection
    ) throws {
        let other = try connection.row(
            """
            SELECT roles.user_id FROM roles JOIN users ON users.id = roles.user_id
            WHERE roles.project_id = $1 AND roles.user_id <> $2 AND roles.role = 'owner'
              AND users.is_frozen = 0 AND users.deleted_at IS NULL LIMIT 1
            """, project.id, user.id)
        guard other == nil else { return }
        throw Refusal(
            .lastOwner,
            "'\(user.name)' is the only owner of project '\(project.name)'.")
    }

    /// Ends what waits to be done to a user's role: it stands on a role that is gone.
    private static func endChanges(
        of user: Int64, in project: Project, at now: Timestamp, _ connection: any SQLConnection
    ) throws {
        try connection.run(
            """
            UPDATE role_changes SET state = 'ended', ended_at = $1
            WHERE project_id = $2 AND user_id = $3 AND state = 'open'
            """, now.microseconds, project.id, user)
    }

    /// Takes back what a former owner has offered and nobody has answered.
    private static func endInvitations(
        by user: Int64, in project: Project, at now: Timestamp, _ connection: any SQLConnection
    ) throws {
        try connection.run(
            """
            UPDATE invitations SET state = 'revoked', answered_at = $1
            WHERE project_id = $2 AND invited_by = $3 AND state = 'open'
            """, now.microseconds, project.id, user)
    }

    /// Puts it into the journal; who only reads a project is not named there.
    private static func tell(
        _ text: String, _ roles: [ProjectRole?], _ project: Project, by requester: Requester,
        _ journal: inout JournalDraft
    ) {
        let isTold = roles.compactMap(\.self).allSatisfy { $0 != .reader }
        journal.append(
            .changeRole, project: project.normalizedName, detail: isTold ? text : nil,
            by: isTold ? requester.name : nil)
    }
}

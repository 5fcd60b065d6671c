import Database

/// Something that is to become of a long-standing owner's role, once they agree or had time to
/// object.
package struct RoleChange: Sendable, Equatable {
    /// The stable public identifier, a UUID.
    package let uid: String
    /// The project's name as displayed.
    package let project: String
    /// The name of the owner whom it is about.
    package let user: String
    /// The role that they are to have; nil where they are to have none.
    package let role: ProjectRole?
    /// The name of the owner who asked for it.
    package let askedBy: String
    /// When it was asked for.
    package let createdAt: Timestamp
    /// When it comes about unless somebody cancels it.
    package let dueAt: Timestamp

    let id: Int64
    let projectName: String
    let userID: Int64
    let askerID: Int64

    /// Reads the changes that are still open, by a condition on them.
    static func open(
        where condition: String, _ values: [SQLValue], in connection: any SQLConnection
    ) throws -> [RoleChange] {
        var found: [RoleChange] = []
        try connection.forEachRow(
            """
            SELECT role_changes.id, role_changes.uid, role_changes.role, role_changes.created_at,
                role_changes.due_at, role_changes.user_id, role_changes.asked_by,
                projects.name AS project, projects.normalized_name, target.name AS target,
                asker.name AS asker
            FROM role_changes
            JOIN projects ON projects.id = role_changes.project_id
            JOIN users AS target ON target.id = role_changes.user_id
            JOIN users AS asker ON asker.id = role_changes.asked_by
            WHERE role_changes.state = 'open' AND projects.deleted_at IS NULL AND \(condition)
            ORDER BY role_changes.id
            """, arguments: values
        ) { row in
            let role: String? = try row.get("role")
            found.append(
                RoleChange(
                    uid: try row.get("uid"), project: try row.get("project"),
                    user: try row.get("target"),
                    role: role.flatMap(ProjectRole.init(rawValue:)),
                    askedBy: try row.get("asker"),
                    createdAt: Timestamp(microseconds: try row.get("created_at")),
                    dueAt: Timestamp(microseconds: try row.get("due_at")),
                    id: try row.get("id"), projectName: try row.get("normalized_name"),
                    userID: try row.get("user_id"), askerID: try row.get("asked_by")))
        }
        return found
    }

    /// Adds the jobs anew that end the waits in a project which has come back: one that fell due
    /// while it was deleted found nothing to do.
    static func enqueueAgain(
        in project: Project, at now: Timestamp, _ connection: any SQLConnection
    ) throws {
        let waiting = try open(
            where: "role_changes.project_id = $1", [project.id.sqlValue], in: connection)
        for change in waiting {
            try Job.enqueue(
                .changeRole, key: "change-role:\(change.uid):\(now.microseconds)",
                payload: "\(change.id)", at: now, notBefore: change.dueAt, connection)
        }
    }

    static let unknown = Refusal(
        .roleChangeUnknown, "There is no such change: it was cancelled, or has come about.")
}

/// What became of a request to change or take away a role.
package enum RoleChangeOutcome: Sendable, Equatable {
    /// It is done.
    case done
    /// It is about a long-standing owner, and comes about then unless somebody cancels it.
    case waiting(until: Timestamp)
}

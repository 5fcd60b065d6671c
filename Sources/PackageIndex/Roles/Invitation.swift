import Database

/// An open offer of a role in a project.
package struct Invitation: Sendable, Equatable {
    /// The stable public identifier, a UUID.
    package let uid: String
    /// The project's name as displayed.
    package let project: String
    /// The name of who is invited.
    package let user: String
    /// The role on offer.
    package let role: ProjectRole
    /// Whether who invites hands the project over and will be its maintainer.
    package let isTransfer: Bool
    /// The name of who invites; nil for the owner of the machine.
    package let invitedBy: String?
    /// When it was made.
    package let createdAt: Timestamp
    /// When it ends by itself.
    package let expiresAt: Timestamp

    let id: Int64
    let projectName: String
    let userID: Int64
    let inviterID: Int64?

    /// Reads invitations that are open at a moment, by a condition on them; `$1` is the moment.
    static func open(
        where condition: String, _ values: [SQLValue], at now: Timestamp,
        in connection: any SQLConnection
    ) throws -> [Invitation] {
        var found: [Invitation] = []
        try connection.forEachRow(
            """
            SELECT invitations.id, invitations.uid, invitations.role, invitations.is_transfer,
                invitations.created_at, invitations.expires_at, invitations.user_id,
                invitations.invited_by, projects.name AS project, projects.normalized_name,
                invitee.name AS invitee, inviter.name AS inviter
            FROM invitations
            JOIN projects ON projects.id = invitations.project_id
            JOIN users AS invitee ON invitee.id = invitations.user_id
            LEFT JOIN users AS inviter ON inviter.id = invitations.invited_by
            WHERE invitations.state = 'open' AND invitations.expires_at > $1
              AND projects.deleted_at IS NULL AND \(condition)
            ORDER BY invitations.id
            """, arguments: [now.microseconds.sqlValue] + values
        ) { row in
            guard let role = ProjectRole(rawValue: try row.get("role")) else { return }
            found.append(
                Invitation(
                    uid: try row.get("uid"), project: try row.get("project"),
                    user: try row.get("invitee"), role: role,
                    isTransfer: try row.get("is_transfer"), invitedBy: try row.get("inviter"),
                    createdAt: Timestamp(microseconds: try row.get("created_at")),
                    expiresAt: Timestamp(microseconds: try row.get("expires_at")),
                    id: try row.get("id"), projectName: try row.get("normalized_name"),
                    userID: try row.get("user_id"), inviterID: try row.get("invited_by")))
        }
        return found
    }

    static let unknown = Refusal(
        .invitationUnknown, "There is no such invitation: it was answered, taken back, or is over.")
}

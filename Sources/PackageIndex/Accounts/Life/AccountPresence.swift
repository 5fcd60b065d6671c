import Database

/// What the end or the return of an account means for the projects that name it among their people.
///
/// The roles stay through the grace period, so that the account finds them again; the pages of its
/// projects do not name it meanwhile, and must hear of that.
enum AccountPresence {
    case left, returned

    /// A project with the role that the account has in it.
    struct Place {
        let project: String
        let role: ProjectRole
    }

    /// The living projects in which a user has a role, their rows locked until the transaction ends.
    static func lockProjects(
        of user: User, in connection: any SQLConnection
    ) throws -> [Place] {
        try connection.run(
            """
            UPDATE projects SET revision = revision + 1
            WHERE deleted_at IS NULL AND id IN (SELECT project_id FROM roles WHERE user_id = $1)
            """, user.id)
        return try connection.rows(
            """
            SELECT projects.normalized_name, roles.role
            FROM roles JOIN projects ON projects.id = roles.project_id
            WHERE roles.user_id = $1 AND projects.deleted_at IS NULL
            ORDER BY projects.normalized_name
            """, user.id
        ).compactMap { row in
            guard let role = ProjectRole(rawValue: try row.get("role")) else { return nil }
            return Place(project: try row.get("normalized_name"), role: role)
        }
    }

    /// Puts it into the journal of each project with who did it, nil being the owner of the machine;
    /// who only reads one is told of nowhere.
    ///
    /// Other pages that name the user as publisher hear of it, whatever role is left of that.
    func tell(
        of user: User, in places: [Place], by actor: String?, _ journal: inout JournalDraft
    ) {
        journal.publisher = user.id
        for place in places where place.role != .reader {
            let detail =
                switch self {
                case .left: "remove \(place.role.title) \(user.name) with the account"
                case .returned: "add \(place.role.title) \(user.name) with the account"
                }
            journal.append(.changeRole, project: place.project, detail: detail, by: actor)
        }
    }
}

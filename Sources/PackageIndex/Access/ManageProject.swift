import Database
import PythonPackaging

extension Project {
    /// Which projects are looked for.
    enum Life { case living, deleted, any }

    /// The project, if the requester may manage it: an owner's own, with a token that is for it, or
    /// any for the owner of the machine.
    ///
    /// A project that the requester may not even see is refused exactly as one that does not exist,
    /// with the same statements.
    static func managed(
        _ name: ProjectName, _ life: Life = .living, by requester: Requester, at now: Timestamp,
        in connection: any SQLConnection
    ) throws -> Project {
        let (project, role) = try found(name, life, by: requester, in: connection)
        guard let principal = requester.principal else { return project }
        guard role == .owner else {
            throw Refusal(
                .noRole,
                "The user '\(principal.user.name)' isn't allowed to manage project "
                    + "'\(project.name)'.",
                help: "Let an owner of the project do it.")
        }
        do {
            try principal.checkToken(
                .manage, project: project, named: project.normalizedName, at: now)
        } catch let refusal as Refusal {
            throw project.isPublic ? refusal : unknown(name, life)
        }
        return project
    }

    /// The same for a change: who asks and the project's row are locked until the transaction ends,
    /// and it is refused while the project is quarantined.
    static func managedAndLocked(
        _ name: ProjectName, _ life: Life = .living, by requester: Requester, at now: Timestamp,
        in connection: any SQLConnection
    ) throws -> Project {
        try requester.hold(in: connection)
        try lock(name, in: connection)
        let project = try managed(name, life, by: requester, at: now, in: connection)
        try project.expectNoQuarantine(for: requester)
        return project
    }

    /// Refuses to change a project while it is quarantined.
    func expectNoQuarantine(for requester: Requester) throws {
        guard status != .quarantined || requester.isMachineOwner else {
            throw Refusal(
                .projectClosed,
                "The project '\(name)' is quarantined; only whoever runs the index "
                    + "changes it.", help: "Ask them why.")
        }
    }

    /// Changing the row is what both databases lock by; the revision counts changes.
    static func lock(_ name: ProjectName, in connection: any SQLConnection) throws {
        try connection.run(
            "UPDATE projects SET revision = revision + 1 WHERE normalized_name = $1",
            name.normalized)
    }

    /// The project with the requester's role in it, or a refusal that says there is none.
    static func found(
        _ name: ProjectName, _ life: Life = .living, by requester: Requester,
        in connection: any SQLConnection
    ) throws -> (project: Project, role: ProjectRole?) {
        let found = try find(name.normalized, roleOf: requester.userID, in: connection)
        guard let (project, role) = found,
            requester.isMachineOwner || role != nil || project.isPublic,
            life == .any || (project.deletedAt == nil) == (life == .living)
        else { throw unknown(name, life) }
        return (project, role)
    }

    static func unknown(_ name: ProjectName, _ life: Life = .living) -> Refusal {
        Refusal(
            .projectUnknown,
            life == .deleted
                ? "There is no deleted project '\(name)' to bring back."
                : "There is no project '\(name)'.")
    }

    /// The project of a normalised name with the role that a user has in it, in one statement
    /// whatever there is; what cannot be a name finds none.
    static func find(
        _ normalizedName: String, roleOf user: Int64?, in connection: any SQLConnection
    ) throws -> (project: Project, role: ProjectRole?)? {
        guard !normalizedName.utf8.contains(0) else { return nil }
        let row = try connection.row(
            """
            SELECT \(columns), (
                SELECT role FROM roles WHERE project_id = projects.id AND user_id = $2
            ) AS caller_role FROM projects WHERE normalized_name = $1
            """, normalizedName, user)
        return try row.map { row in
            let role: String? = try row.get("caller_role")
            return (try Project(row), role.flatMap(ProjectRole.init(rawValue:)))
        }
    }
}

extension Requester {
    /// Refuses whoever is neither an administrator nor the owner of the machine.
    func checkAdministrator(at now: Timestamp) throws {
        guard let principal else { return }
        guard principal.user.isAdmin else {
            throw Refusal(.administratorsOnly, "This is for administrators of the index.")
        }
        try principal.checkToken(.manage, project: nil, named: nil, at: now)
    }

    /// Who acts on their own account, which the owner of the machine has none of; a token must be
    /// for managing and not be limited to projects.
    func ownAccount(at now: Timestamp) throws -> User {
        guard let principal else {
            throw Refusal(.credentialsMissing, "Only a user can do this.")
        }
        try principal.checkToken(.manage, project: nil, named: nil, at: now)
        return principal.user
    }
}

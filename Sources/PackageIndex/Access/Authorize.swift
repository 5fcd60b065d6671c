import Database
import PythonPackaging

extension Index {
    /// Refuses a reading operation to whoever may not read at all.
    ///
    /// Without credentials on a closed index the refusal asks for them. Which projects a token is
    /// for is asked where the project is at hand, see ``mayRead(_:_:)``; the list of projects, search
    /// and the figures of the index are no project's, so a token that is limited to projects opens
    /// none of them.
    package func authorizeReading(_ principal: Principal?, _ operation: Operation) throws {
        guard settings.readAccess == .authenticated else { return }
        guard let principal else {
            throw Refusal(.credentialsMissing, "This index asks who you are before you read.")
        }
        if [.readProjectList, .readStatistics, .search].contains(operation) {
            try principal.checkToken(.read, project: nil, named: nil, at: clock.now())
        } else {
            try principal.checkToken(.read, inAnyProjectAt: clock.now())
        }
    }

    /// Refuses managing anything to whoever may not manage at all: a token needs the scope `manage`.
    ///
    /// What depends on a project's roles is asked where the project is at hand. Passwords open nothing
    /// here: tools that manage have a token, people have a session.
    package func authorizeManaging(_ principal: Principal?, asAdministrator: Bool) throws {
        guard let principal, principal.isByToken else {
            throw Refusal(
                .credentialsMissing, "This needs an API token with the scope 'manage'.")
        }
        try principal.checkToken(.manage, inAnyProjectAt: clock.now())
        guard !asAdministrator || principal.user.isAdmin else {
            throw Refusal(.administratorsOnly, "This is for administrators of the index.")
        }
    }

    /// Whether what a token says lets its holder read a project that its user may read.
    ///
    /// Where false, the project is to look like one that does not exist. Refused where the project
    /// is no secret and the index is closed to this token.
    package func mayRead(_ principal: Principal?, _ project: Project) throws -> Bool {
        guard project.isPublic || principal != nil else { return false }
        guard let principal, !project.isPublic || settings.readAccess == .authenticated else {
            return true
        }
        do {
            try principal.checkToken(
                .read, project: project, named: project.normalizedName, at: clock.now())
            return true
        } catch let refusal as Refusal {
            guard project.isPublic else { return false }
            throw refusal
        }
    }

    /// Refuses uploading to a project that the principal has no role in, or that the token is not
    /// for.
    static func authorizeUpload(
        _ principal: Principal, project: Project?, named name: String, at now: Timestamp,
        in connection: any SQLConnection
    ) throws {
        try principal.checkToken(.upload, project: project, named: name, at: now)
        guard let project else { return }
        let role = try role(of: principal.user, in: project, connection)
        guard let role, role.uploads else {
            if !project.isPublic, role == nil { throw ProjectNamePolicy.prohibited(name) }
            throw Refusal(
                .noRole,
                "The user '\(principal.user.name)' isn't allowed to upload to project "
                    + "'\(project.name)'.")
        }
    }

    static func role(
        of user: User, in project: Project, _ connection: any SQLConnection
    ) throws -> ProjectRole? {
        let row = try connection.row(
            "SELECT role FROM roles WHERE project_id = $1 AND user_id = $2", project.id, user.id)
        return try row.flatMap { ProjectRole(rawValue: try $0.get("role")) }
    }
}

extension Index {
    /// Refuses a password for uploading where only tokens may.
    package func authorizePasswordUpload() throws {
        guard !settings.allowsPasswordUpload else { return }
        throw Refusal(
            .passwordUploadClosed,
            "This index takes no passwords for uploading; use an API token with the user "
                + "__token__.")
    }
}

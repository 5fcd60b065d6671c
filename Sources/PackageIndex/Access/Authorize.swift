import Database
import PythonPackaging

extension Index {
    /// Refuses a reading operation to whoever may not read.
    ///
    /// Without credentials on a closed index the refusal asks for them. A token that is limited to
    /// projects reads those projects' pages and nothing else.
    package func authorizeReading(_ principal: Principal?, project name: String? = nil) throws {
        guard let principal else {
            guard settings.readAccess == .anonymous else {
                throw Refusal(.credentialsMissing, "This index asks who you are before you read.")
            }
            return
        }
        guard settings.readAccess == .authenticated else { return }
        try principal.checkToken(
            .read, project: nil, named: name.map(ProjectName.normalize), at: clock.now())
    }

    /// Refuses uploading to a project that the principal has no role in, or that the token is not
    /// for.
    static func authorizeUpload(
        _ principal: Principal, project: Project?, named name: String, at now: Timestamp,
        in connection: any SQLConnection
    ) throws {
        try principal.checkToken(.upload, project: project, named: name, at: now)
        guard let project else { return }
        guard try role(of: principal.user, in: project, connection) != nil else {
            if !project.isPublic { throw ProjectNamePolicy.prohibited(name) }
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

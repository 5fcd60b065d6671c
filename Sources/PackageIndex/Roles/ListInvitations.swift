import Database
package import PythonPackaging

extension Index {
    /// The open invitations of the requester, oldest first.
    package func invitations(of requester: Requester) async throws -> [Invitation] {
        let now = clock.now()
        let user = try requester.ownAccount(at: now)
        return try await database.read { connection in
            try Invitation.open(
                where: "invitations.user_id = $2", [user.id.sqlValue], at: now, in: connection)
        }
    }

    /// The open invitations to a project, oldest first, for its owners.
    package func invitations(
        to name: ProjectName, by requester: Requester
    ) async throws -> [Invitation] {
        let now = clock.now()
        return try await database.read { connection in
            let project = try Project.managed(name, by: requester, at: now, in: connection)
            return try Invitation.open(
                where: "invitations.project_id = $2", [project.id.sqlValue], at: now,
                in: connection)
        }
    }
}

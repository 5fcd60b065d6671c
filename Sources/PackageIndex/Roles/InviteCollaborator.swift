import Database
package import PythonPackaging

extension Index {
    /// Offers a user a role in a project, which they accept or decline within seven days.
    ///
    /// Refused where the user has no verified primary address, has a role already, has an open
    /// invitation to the project, or was invited to it three times today.
    ///
    /// - Returns: The identifier of the invitation.
    @discardableResult
    package func inviteCollaborator(
        _ userName: String, to name: ProjectName, as role: ProjectRole, by requester: Requester
    ) async throws -> String {
        try await invite(userName, to: name, as: role, isTransfer: false, by: requester)
    }

    /// Offers to hand a project over to a user: once they accept they own it, and who hands it over
    /// is left as a maintainer.
    ///
    /// - Returns: The identifier of the invitation.
    @discardableResult
    package func transferProject(
        _ name: ProjectName, to userName: String, by requester: Requester
    ) async throws -> String {
        try await invite(userName, to: name, as: .owner, isTransfer: true, by: requester)
    }

    private func invite(
        _ userName: String, to name: ProjectName, as role: ProjectRole, isTransfer: Bool,
        by requester: Requester
    ) async throws -> String {
        let now = clock.now()
        let expiry = now + settings.invitationLifetime
        let uid = Identifier.random()
        try await change { connection, journal in
            let project = try Project.managedAndLocked(
                name, by: requester, at: now, in: connection)
            let user = try Self.invitee(userName, in: connection)
            if let held = try RoleRows.find(of: user.id, in: project, connection),
                !isTransfer || held.role == .owner
            {
                throw Refusal(
                    .roleExists,
                    "The user '\(user.name)' is \(held.role.rawValue) of project "
                        + "'\(project.name)' already.")
            }
            try connection.run(
                """
                UPDATE invitations SET state = 'expired'
                WHERE project_id = $1 AND user_id = $2 AND state = 'open' AND expires_at <= $3
                """, project.id, user.id, now.microseconds)
            let isNew = try connection.run(
                """
                INSERT INTO invitations
                    (uid, project_id, user_id, role, is_transfer, invited_by, created_at,
                    expires_at)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                ON CONFLICT (project_id, user_id) WHERE state = 'open' DO NOTHING
                """, uid, project.id, user.id, role.rawValue, isTransfer, requester.userID,
                now.microseconds, expiry.microseconds)
            guard isNew == 1 else {
                throw Refusal(
                    .invitationOpen,
                    "The user '\(user.name)' has an open invitation to project "
                        + "'\(project.name)' already.")
            }
            if let inviter = requester.userID {
                try Self.countDone(
                    [
                        (.invitationsOfOne, "\(project.id) \(user.id)"),
                        (.invitationsByUser, "\(inviter)"),
                    ], at: now, in: connection)
            }
            try SecurityEvent.record(
                .roleInvited, user: user.id, project: project.id,
                [
                    "project": project.name, "user": user.name, "role": role.title,
                    "transfer": isTransfer ? "true" : nil,
                ], by: requester, at: now, in: connection)
            let by = requester.mailName
            try send(
                .invitation(to: project.name, role: role, by: by, expires: expiry),
                to: .oneVerified(of: user.id), at: now, connection)
            try send(
                .invitationSent(to: project.name, invitee: user.name, role: role, by: by),
                to: .owners(ofProject: project.id), at: now, connection)
            if role != .reader {
                journal.append(
                    .changeRole, project: project.normalizedName,
                    detail: "invite \(role.title) \(user.name)", by: requester.name)
            }
        }
        return uid
    }

    /// A user who may be given a role: one who can be reached.
    static func invitee(_ name: String, in connection: any SQLConnection) throws -> User {
        let user = try User.required(name, in: connection)
        guard user.deletedAt == nil else {
            throw Refusal(.userUnknown, "There is no user '\(Shown.short(name))'.")
        }
        let primary = try EmailEntry.all(of: user.id, in: connection).first(where: \.isPrimary)
        guard let primary, primary.isVerified, !user.isFrozen else {
            throw Refusal(
                .inviteeUnfit,
                "The user '\(user.name)' has no verified primary address and cannot be given a "
                    + "role.")
        }
        return user
    }
}

extension RateLimit {
    /// How often anybody is invited to a project: each time is a mail to somebody who did not ask.
    static let invitationsOfOne = RateLimit("invitations of one", 3, in: .seconds(24 * 3600))
    static let invitationsByUser = RateLimit("invitations by user", 50, in: .seconds(24 * 3600))
}

import Database
package import PythonPackaging

extension Index {
    /// Takes up a role that the requester is invited to.
    package func acceptInvitation(_ uid: String, by requester: Requester) async throws {
        try await answer(uid, as: "accepted", by: requester) { connection, journal, reply in
            let (invitation, project, now) = (reply.invitation, reply.project, reply.now)
            let user = try Self.invitee(invitation.user, in: connection)
            if invitation.role != .reader {
                journal.append(
                    .changeRole, project: project.normalizedName,
                    detail: "accepted \(invitation.role.title) \(user.name)", by: user.name)
            }
            let old = try RoleRows.find(of: user.id, in: project, connection)?.role
            try RoleRows.set(
                invitation.role, of: user, in: project, by: requester, at: now, connection,
                &journal)
            try tellOfRole(
                invitation.role, was: old, of: user, in: project, by: requester, at: now,
                connection)
            guard invitation.isTransfer, let inviter = invitation.inviterID,
                let former = try User.find(id: inviter, in: connection),
                try RoleRows.find(of: inviter, in: project, connection)?.role == .owner
            else { return }
            try SecurityEvent.record(
                .projectTransferred, user: inviter, project: project.id,
                ["project": project.name, "from": former.name, "to": user.name], by: requester,
                at: now, in: connection)
            try RoleRows.set(
                .maintainer, of: former, in: project, by: requester, at: now, connection,
                &journal)
            // A thief may have handed it over in the former owner's name.
            let people = try MailRecipients.collaborators(ofProject: project.id)
                .resolve(at: now, connection).filter { $0.userID != former.id }
            let own = try MailRecipients.security(of: former.id).resolve(at: now, connection)
            try Mail.ownershipTransferred(
                of: project.name, from: former.name, to: user.name, by: requester.mailName
            ).enqueue(to: people + own, mailStyle, at: now, connection)
        }
    }

    /// Turns down a role that the requester is invited to.
    package func declineInvitation(_ uid: String, by requester: Requester) async throws {
        try await answer(uid, as: "declined", by: requester) { connection, _, reply in
            try SecurityEvent.record(
                .invitationDeclined, user: reply.invitation.userID, project: reply.project.id,
                [
                    "project": reply.project.name, "user": reply.invitation.user,
                    "role": reply.invitation.role.title,
                ], by: requester, at: reply.now, in: connection)
        }
    }

    /// Takes back an open invitation to a project, by one of its owners; another project's is none.
    package func revokeInvitation(
        _ uid: String, to name: ProjectName, by requester: Requester
    ) async throws {
        let now = clock.now()
        try await change { connection, journal in
            let project = try Project.managedAndLocked(
                name, by: requester, at: now, in: connection)
            let invitation =
                try uid.utf8.contains(0)
                ? nil
                : Invitation.open(
                    where: "invitations.uid = $2 AND invitations.project_id = $3",
                    [uid.sqlValue, project.id.sqlValue], at: now, in: connection
                ).first
            guard let invitation else { throw Invitation.unknown }
            try Self.end(invitation, as: "revoked", at: now, connection)
            try SecurityEvent.record(
                .invitationRevoked, user: invitation.userID, project: project.id,
                [
                    "project": project.name, "user": invitation.user,
                    "role": invitation.role.title,
                ], by: requester, at: now, in: connection)
            if invitation.role != .reader {
                journal.append(
                    .changeRole, project: project.normalizedName,
                    detail: "revoke_invite \(invitation.role.title) \(invitation.user)",
                    by: requester.name)
            }
        }
    }

    /// An answer that was given in time by the right one.
    private struct Reply {
        let invitation: Invitation
        let project: Project
        let now: Timestamp
    }

    private func answer(
        _ uid: String, as state: String, by requester: Requester,
        _ follow:
            @Sendable @escaping (any SQLConnection, inout JournalDraft, Reply) throws -> Void
    ) async throws {
        let now = clock.now()
        let user = try requester.ownAccount(at: now)
        try await change { connection, journal in
            // Whoever deletes their account meanwhile gets no project with it, nor takes one along.
            try requester.hold(in: connection)
            let (invitation, project) = try Self.lockedInvitation(uid, at: now, connection)
            guard invitation.userID == user.id else { throw Invitation.unknown }
            try project.expectNoQuarantine(for: requester)
            try Self.end(invitation, as: state, at: now, connection)
            try follow(
                connection, &journal, Reply(invitation: invitation, project: project, now: now))
        }
    }

    /// The open invitation with its project, whose row is locked first, as everywhere.
    private static func lockedInvitation(
        _ uid: String, at now: Timestamp, _ connection: any SQLConnection
    ) throws -> (Invitation, Project) {
        let find = {
            try Invitation.open(
                where: "invitations.uid = $2", [uid.sqlValue], at: now, in: connection
            ).first
        }
        guard !uid.utf8.contains(0), let seen = try find() else { throw Invitation.unknown }
        try connection.run(
            "UPDATE projects SET revision = revision + 1 WHERE normalized_name = $1",
            seen.projectName)
        guard let invitation = try find(),
            let project = try Project.find(seen.projectName, in: connection),
            project.deletedAt == nil
        else { throw Invitation.unknown }
        return (invitation, project)
    }

    /// Ends an open invitation, unless somebody else has.
    private static func end(
        _ invitation: Invitation, as state: String, at now: Timestamp,
        _ connection: any SQLConnection
    ) throws {
        let changed = try connection.run(
            "UPDATE invitations SET state = $1, answered_at = $2 WHERE id = $3 AND state = 'open'",
            state, now.microseconds, invitation.id)
        guard changed == 1 else { throw Invitation.unknown }
    }
}

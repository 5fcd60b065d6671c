import Database
package import PythonPackaging

extension Index {
    /// Gives somebody who has a role in a project another one.
    ///
    /// An owner who has been one for 30 days is demoted by another owner only once they agree, or
    /// had seven days to object.
    @discardableResult
    package func changeRole(
        of userName: String, in name: ProjectName, to role: ProjectRole, by requester: Requester
    ) async throws -> RoleChangeOutcome {
        try await setRole(role, of: userName, in: name, by: requester)
    }

    /// Takes somebody's role in a project away, a long-standing owner's as slowly as
    /// ``changeRole(of:in:to:by:)`` does; taking one's own away is leaving, which needs no owner.
    @discardableResult
    package func removeCollaborator(
        _ userName: String, from name: ProjectName, by requester: Requester
    ) async throws -> RoleChangeOutcome {
        guard userName.lowercased() != requester.name?.lowercased() else {
            try await leaveProject(name, by: requester)
            return .done
        }
        return try await setRole(nil, of: userName, in: name, by: requester)
    }

    private func setRole(
        _ role: ProjectRole?, of userName: String, in name: ProjectName, by requester: Requester
    ) async throws -> RoleChangeOutcome {
        let now = clock.now()
        let settings = self.settings
        return try await change { connection, journal in
            let project = try Project.managedAndLocked(
                name, by: requester, at: now, in: connection)
            let user = try User.required(userName, in: connection)
            let held = try RoleRows.required(of: user, in: project, connection)
            guard held.role != role else { return .done }
            if held.role == .owner {
                try RoleRows.checkOwner(besides: user, in: project, connection)
                if let asker = requester.userID, asker != user.id,
                    held.since <= now - settings.longStanding
                {
                    return .waiting(
                        until: try ask(
                            role, of: user, in: project, asker, by: requester, at: now,
                            due: now + settings.objectionTime, connection))
                }
            }
            try apply(
                role, of: user, held, in: project, by: requester, at: now, connection, &journal)
            return .done
        }
    }

    /// Gives the role, or takes it away, and tells everyone concerned.
    func apply(
        _ role: ProjectRole?, of user: User, _ held: RoleRows.Held, in project: Project,
        by requester: Requester, at now: Timestamp, _ connection: any SQLConnection,
        _ journal: inout JournalDraft
    ) throws {
        if let role {
            try RoleRows.set(
                role, of: user, in: project, by: requester, at: now, connection, &journal)
        } else {
            try RoleRows.remove(
                held.role, of: user, in: project, by: requester, at: now, connection, &journal)
        }
        try tellOfRole(
            role, was: held.role, of: user, in: project, by: requester, at: now, connection)
    }

    /// Notes a change that waits for its owner's word, and the job that ends the wait.
    private func ask(
        _ role: ProjectRole?, of user: User, in project: Project, _ asker: Int64,
        by requester: Requester, at now: Timestamp, due: Timestamp,
        _ connection: any SQLConnection
    ) throws -> Timestamp {
        let uid = Identifier.random()
        let row = try connection.row(
            """
            INSERT INTO role_changes
                (uid, project_id, user_id, role, asked_by, created_at, due_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (project_id, user_id) WHERE state = 'open' DO NOTHING RETURNING id
            """, uid, project.id, user.id, role?.rawValue, asker, now.microseconds,
            due.microseconds)
        guard let id: Int64 = try row?.get("id") else {
            throw Refusal(
                .roleChangeOpen,
                "There is a change of the role of '\(user.name)' already that waits for them.")
        }
        try Job.enqueue(
            .changeRole, key: "change-role:\(uid)", payload: "\(id)", at: now, notBefore: due,
            connection)
        try SecurityEvent.record(
            .roleChangeAsked, user: user.id, project: project.id,
            ["project": project.name, "user": user.name, "role": role?.title ?? "none"],
            by: requester, at: now, in: connection)
        let mail = Mail.roleChangeAsked(
            of: user.name, in: project.name, to: role, due: due, by: requester.mailName)
        try send(mail, to: .security(of: user.id), at: now, connection)
        let owners = try MailRecipients.owners(ofProject: project.id).resolve(at: now, connection)
        try mail.enqueue(
            to: owners.filter { $0.userID != user.id }, mailStyle, at: now, connection)
        return due
    }
}

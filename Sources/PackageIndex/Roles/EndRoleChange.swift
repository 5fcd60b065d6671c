import Database
package import PythonPackaging

extension Index {
    /// The changes that wait for the requester's word, oldest first.
    package func roleChanges(of requester: Requester) async throws -> [RoleChange] {
        let user = try requester.ownAccount(at: clock.now())
        return try await database.read { connection in
            try RoleChange.open(
                where: "role_changes.user_id = $1", [user.id.sqlValue], in: connection)
        }
    }

    /// The changes of roles in a project that wait, oldest first, for its owners.
    package func roleChanges(
        in name: ProjectName, by requester: Requester
    ) async throws -> [RoleChange] {
        let now = clock.now()
        return try await database.read { connection in
            let project = try Project.managed(name, by: requester, at: now, in: connection)
            return try RoleChange.open(
                where: "role_changes.project_id = $1", [project.id.sqlValue], in: connection)
        }
    }

    /// Lets a change come about at once, by the owner whom it is about.
    package func confirmRoleChange(_ uid: String, by requester: Requester) async throws {
        let now = clock.now()
        let user = try requester.ownAccount(at: now)
        try await change { connection, journal in
            try requester.hold(in: connection)
            let (change, project) = try Self.lockedChange(
                where: "role_changes.uid = $1", uid.sqlValue, connection)
            guard change.userID == user.id else { throw RoleChange.unknown }
            try project.expectNoQuarantine(for: requester)
            let held = try RoleRows.required(of: user, in: project, connection)
            try RoleRows.checkOwner(besides: user, in: project, connection)
            try Self.end(change, as: "confirmed", at: now, connection)
            try apply(
                change.role, of: user, held, in: project, by: requester, at: now, connection,
                &journal)
        }
    }

    /// Drops a change that waits, by the owner whom it is about; other people's are none.
    ///
    /// In quarantine as well: all stays as it is by that.
    package func refuseRoleChange(_ uid: String, by requester: Requester) async throws {
        let now = clock.now()
        let user = try requester.ownAccount(at: now)
        try await change { connection, _ in
            try requester.hold(in: connection)
            let (change, project) = try Self.lockedChange(
                where: "role_changes.uid = $1", uid.sqlValue, connection)
            guard change.userID == user.id else { throw RoleChange.unknown }
            try cancel(change, project, by: requester, at: now, connection)
        }
    }

    /// Drops a change of a role in a project that waits, by one of its owners, in quarantine as well;
    /// another project's is none.
    package func cancelRoleChange(
        _ uid: String, in name: ProjectName, by requester: Requester
    ) async throws {
        let now = clock.now()
        try await change { connection, _ in
            try requester.hold(in: connection)
            try Project.lock(name, in: connection)
            let project = try Project.managed(name, by: requester, at: now, in: connection)
            let change =
                try uid.utf8.contains(0)
                ? nil
                : RoleChange.open(
                    where: "role_changes.uid = $1 AND role_changes.project_id = $2",
                    [uid.sqlValue, project.id.sqlValue], in: connection
                ).first
            guard let change else { throw RoleChange.unknown }
            try cancel(change, project, by: requester, at: now, connection)
        }
    }

    /// Lets a change come about whose time is over, as a job; may run twice.
    ///
    /// Nothing happens where it was cancelled, and it is dropped where who asked for it is no
    /// owner any more, nobody else would be left, or the project is quarantined: who asked may be
    /// the reason.
    func applyRoleChange(_ id: Int64) async throws {
        let now = clock.now()
        try await change { connection, journal in
            let isOpen = try RoleChange.open(
                where: "role_changes.id = $1", [id.sqlValue], in: connection)
            guard !isOpen.isEmpty else { return }
            let (change, project) = try Self.lockedChange(
                where: "role_changes.id = $1", id.sqlValue, connection)
            guard change.dueAt <= now,
                let user = try User.find(id: change.userID, in: connection),
                let asker = try User.find(id: change.askerID, in: connection)
            else { return }
            let requester = Requester(Principal(user: asker))
            let mayAsk =
                try project.status != .quarantined && !asker.isFrozen && asker.deletedAt == nil
                && RoleRows.find(of: asker.id, in: project, connection)?.role == .owner
            guard mayAsk, let held = try RoleRows.find(of: user.id, in: project, connection),
                held.role == .owner
            else {
                return try cancel(change, project, by: .machineOwner, at: now, connection)
            }
            try Self.end(change, as: "done", at: now, connection)
            try apply(
                change.role, of: user, held, in: project, by: requester, at: now, connection,
                &journal)
        }
    }

    private func cancel(
        _ change: RoleChange, _ project: Project, by requester: Requester, at now: Timestamp,
        _ connection: any SQLConnection
    ) throws {
        try Self.end(change, as: "cancelled", at: now, connection)
        try SecurityEvent.record(
            .roleChangeCancelled, user: change.userID, project: project.id,
            ["project": project.name, "user": change.user], by: requester, at: now,
            in: connection)
        try send(
            .roleChangeCancelled(
                of: change.user, in: project.name, by: requester.mailName),
            to: .owners(ofProject: project.id), at: now, connection)
    }

    private static func end(
        _ change: RoleChange, as state: String, at now: Timestamp,
        _ connection: any SQLConnection
    ) throws {
        let changed = try connection.run(
            "UPDATE role_changes SET state = $1, ended_at = $2 WHERE id = $3 AND state = 'open'",
            state, now.microseconds, change.id)
        guard changed == 1 else { throw RoleChange.unknown }
    }

    /// The open change with its project, whose row is locked first, as everywhere.
    private static func lockedChange(
        where condition: String, _ value: SQLValue, _ connection: any SQLConnection
    ) throws -> (RoleChange, Project) {
        if case .text(let text) = value, text.utf8.contains(0) { throw RoleChange.unknown }
        let find = { try RoleChange.open(where: condition, [value], in: connection).first }
        guard let seen = try find() else { throw RoleChange.unknown }
        try connection.run(
            "UPDATE projects SET revision = revision + 1 WHERE normalized_name = $1",
            seen.projectName)
        guard let change = try find(),
            let project = try Project.find(seen.projectName, in: connection)
        else { throw RoleChange.unknown }
        return (change, project)
    }
}

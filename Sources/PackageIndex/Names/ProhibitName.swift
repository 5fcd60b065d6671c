import Database
package import PythonPackaging

extension Index {
    /// Prohibits a name for new projects, by an administrator; with `deletingProject` the project
    /// that has it is deleted in the same step.
    ///
    /// A project that has the name and stays goes on as before. One that was deleted before can no
    /// longer be brought back by its owners.
    package func prohibitName(
        _ name: ProjectName, reason: String?, deletingProject: Bool = false,
        by requester: Requester
    ) async throws {
        let now = clock.now()
        let reason = try Reason(reason).text
        try await change { connection, journal in
            try requester.hold(in: connection)
            try requester.checkAdministrator(at: now)
            try Project.lock(name, in: connection)
            let isNew = try connection.run(
                """
                INSERT INTO prohibited_names (normalized_name, reason, created_at, created_by)
                VALUES ($1, $2, $3, $4) ON CONFLICT (normalized_name) DO NOTHING
                """, name.normalized, reason, now.microseconds, requester.name)
            let project = try Project.find(name.normalized, in: connection)
            if isNew == 1 {
                try SecurityEvent.record(
                    .nameProhibited, project: project?.id,
                    ["name": name.normalized, "reason": reason], by: requester, at: now,
                    in: connection)
            }
            if deletingProject, let project, project.deletedAt == nil {
                try delete(project, by: requester, at: now, connection, &journal)
            }
        }
    }

    /// Lets a prohibited name be taken again, by an administrator.
    package func allowName(_ name: ProjectName, by requester: Requester) async throws {
        let now = clock.now()
        try await database.write { connection in
            try requester.hold(in: connection)
            try requester.checkAdministrator(at: now)
            let changed = try connection.run(
                "DELETE FROM prohibited_names WHERE normalized_name = $1", name.normalized)
            guard changed == 1 else {
                throw Refusal(.nameNotProhibited, "The name '\(name)' is not prohibited.")
            }
            try SecurityEvent.record(
                .nameAllowed, ["name": name.normalized], by: requester, at: now, in: connection)
        }
    }

    /// Every prohibited name after one, in order, for administrators.
    package func prohibitedNames(
        after name: String = "", limit: Int = 1000, by requester: Requester
    ) async throws -> [ProhibitedName] {
        try requester.checkAdministrator(at: clock.now())
        return try await database.read { connection in
            try connection.rows(
                """
                SELECT \(ProhibitedName.columns) FROM prohibited_names
                WHERE normalized_name > $1 ORDER BY normalized_name LIMIT $2
                """, name, limit
            ).map(ProhibitedName.init)
        }
    }
}

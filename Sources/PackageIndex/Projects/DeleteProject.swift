import Database
package import PythonPackaging

extension Index {
    /// Deletes a project.
    ///
    /// For the grace period its name stays taken and it can be brought back whole; then the name is
    /// free, and the names of its files stay used.
    package func deleteProject(_ name: ProjectName, by requester: Requester) async throws {
        let now = clock.now()
        try await change { connection, journal in
            let project = try Project.managedAndLocked(
                name, by: requester, at: now, in: connection)
            try delete(project, by: requester, at: now, connection, &journal)
        }
    }

    /// Brings a deleted project back with everything it had, while its grace period lasts.
    package func restoreProject(_ name: ProjectName, by requester: Requester) async throws {
        let (now, grace) = (clock.now(), settings.deletionGrace)
        try await change { connection, journal in
            let project = try Project.managedAndLocked(
                name, .deleted, by: requester, at: now, in: connection)
            if let deletedAt = project.deletedAt {
                try Self.checkRestorable(deletedAt, grace, at: now)
            }
            if !requester.isMachineOwner, try ProhibitedName.find(name, in: connection) != nil {
                throw ProjectNamePolicy.prohibited(project.name)
            }
            try connection.run("UPDATE projects SET deleted_at = NULL WHERE id = $1", project.id)
            try RoleChange.enqueueAgain(in: project, at: now, connection)
            try SecurityEvent.record(
                .projectRestored, project: project.id, by: requester, at: now, in: connection)
            try tell(
                .restored(.project(project.name), by: requester.mailName), peopleOf: project,
                at: now,
                connection)
            journal.append(
                .restoreProject, project: project.normalizedName, by: requester.name)
        }
    }
}

extension Index {
    /// Marks a project as deleted, in a transaction that holds its row.
    func delete(
        _ project: Project, by requester: Requester, at now: Timestamp,
        _ connection: any SQLConnection, _ journal: inout JournalDraft
    ) throws {
        try connection.run(
            "UPDATE projects SET deleted_at = $1 WHERE id = $2", now.microseconds, project.id)
        try SecurityEvent.record(
            .projectRemoved, project: project.id, ["name": project.name], by: requester, at: now,
            in: connection)
        try tell(
            .deleted(
                .project(project.name), restorableUntil: now + settings.deletionGrace,
                by: requester.mailName), peopleOf: project, at: now, connection)
        journal.append(.deleteProject, project: project.normalizedName, by: requester.name)
    }
}

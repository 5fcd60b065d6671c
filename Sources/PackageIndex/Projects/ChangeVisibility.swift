import Database
package import PythonPackaging

extension Index {
    /// Opens a project to everyone who may read the index, or closes it to all but its own people.
    ///
    /// To everyone else a project that is closed is gone, as if it had been deleted.
    package func changeVisibility(
        of name: ProjectName, to visibility: Visibility, by requester: Requester
    ) async throws {
        let now = clock.now()
        try await change { connection, journal in
            let project = try Project.managedAndLocked(
                name, by: requester, at: now, in: connection)
            guard project.isPublic != (visibility == .public) else { return }
            try connection.run(
                "UPDATE projects SET visibility = $1 WHERE id = $2", visibility.rawValue,
                project.id)
            if visibility == .public {
                try Self.enqueueJudging(ofProject: project.id, settings, at: now, connection)
            }
            try SecurityEvent.record(
                .visibilityChanged, project: project.id, ["visibility": visibility.rawValue],
                by: requester, at: now, in: connection)
            let by = requester.mailName
            try tell(
                visibility == .private
                    ? .madePrivate(project.name, by: by) : .madePublic(project.name, by: by),
                peopleOf: project, at: now, connection)
            journal.append(
                .changeVisibility, project: project.normalizedName, detail: visibility.rawValue,
                by: requester.name)
        }
    }
}

import Database
package import PythonPackaging

extension Index {
    /// Archives a project: it is offered as before and takes no more uploads.
    package func archiveProject(_ name: ProjectName, by actor: User?) async throws {
        try await changeStatus(of: name, to: .archived, reason: nil, by: actor)
    }

    /// Makes an archived project active again.
    package func unarchiveProject(_ name: ProjectName, by actor: User?) async throws {
        try await changeStatus(of: name, to: .active, reason: nil, by: actor)
    }

    /// Sets the PEP 792 status of a project.
    package func changeStatus(
        of name: ProjectName, to status: ProjectStatus, reason: String?, by actor: User?
    ) async throws {
        try await change { connection, journal in
            let project = try Project.locked(name.normalized, in: connection)
            guard project.status != status || project.statusReason != reason else { return }
            try connection.run(
                "UPDATE projects SET status = $1, status_reason = $2 WHERE id = $3",
                status.rawValue, reason, project.id)
            journal.append(
                .changeStatus, project: project.normalizedName, detail: status.rawValue,
                by: actor?.name)
        }
    }
}

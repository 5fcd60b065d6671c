import Database
package import PythonPackaging

extension Index {
    /// Archives a project: it is offered as before and takes no more uploads.
    package func archiveProject(
        _ name: ProjectName, reason: String? = nil, by requester: Requester
    ) async throws {
        try await changeStatus(
            of: name, to: .archived, reason: reason, by: requester,
            where: Self.isNotQuarantined)
    }

    /// Makes an archived or deprecated project active again.
    package func unarchiveProject(_ name: ProjectName, by requester: Requester) async throws {
        try await changeStatus(
            of: name, to: .active, reason: nil, by: requester, where: Self.isNotQuarantined)
    }

    /// Marks a project as one that its owners advise against, with what to use instead if anything
    /// (PEP 792, `deprecated`); it takes uploads and is offered as before.
    package func deprecateProject(
        _ name: ProjectName, successor: ProjectName?, reason: String?, by requester: Requester
    ) async throws {
        guard successor != name else {
            throw Refusal(.fieldInvalid, "successor: a project cannot follow itself.")
        }
        try await changeStatus(
            of: name, to: .deprecated, reason: reason, successor: successor, by: requester,
            where: Self.isNotQuarantined)
    }

    /// Takes everything of a project out of everybody's hands until it was looked at; by whoever
    /// runs the index.
    package func quarantineProject(
        _ name: ProjectName, reason: String?, by requester: Requester
    ) async throws {
        try await changeStatus(of: name, to: .quarantined, reason: reason, by: requester)
    }

    /// Ends a project's quarantine: it is active, whatever it was before; another stays as it is.
    package func endQuarantine(of name: ProjectName, by requester: Requester) async throws {
        try await changeStatus(of: name, to: .active, reason: nil, by: requester) {
            $0.status == .quarantined
        }
    }

    /// Sets the PEP 792 status of a project where a condition holds; quarantine is the
    /// administrators'.
    package func changeStatus(
        of name: ProjectName, to status: ProjectStatus, reason: String?,
        successor: ProjectName? = nil, by requester: Requester,
        where mayChange: @escaping @Sendable (Project) throws -> Bool = { _ in true }
    ) async throws {
        let now = clock.now()
        let reason = try Reason(reason).text
        try await change { connection, journal in
            let project = try Project.managedAndLocked(
                name, by: requester, at: now, in: connection)
            if status == .quarantined { try requester.checkAdministrator(at: now) }
            guard try mayChange(project),
                project.status != status || project.statusReason != reason
                    || project.successor != successor?.spelling
            else { return }
            try connection.run(
                """
                UPDATE projects SET status = $1, status_reason = $2, successor = $3 WHERE id = $4
                """, status.rawValue, reason, successor?.spelling, project.id)
            for tag in Self.eventTags(from: project.status, to: status) {
                try SecurityEvent.record(
                    tag, project: project.id, ["reason": reason, "successor": successor?.spelling],
                    by: requester, at: now, in: connection)
            }
            if let mail = Self.mail(
                of: project, from: project.status, to: status, reason: reason,
                successor: successor?.spelling, by: requester.mailName)
            {
                try tell(mail, peopleOf: project, at: now, connection)
            }
            journal.append(
                .changeStatus, project: project.normalizedName, detail: status.rawValue,
                by: requester.name)
        }
    }

    /// A quarantine is ended by saying so, never on the way to another status.
    private static func isNotQuarantined(_ project: Project) throws -> Bool {
        guard project.status != .quarantined else {
            throw Refusal(
                .projectClosed, "The project '\(project.name)' is quarantined.",
                help: "End its quarantine first.")
        }
        return true
    }

    private static func mail(
        of project: Project, from old: ProjectStatus, to new: ProjectStatus, reason: String?,
        successor: String?, by actor: String
    ) -> Mail? {
        switch (old, new) {
        case (_, .archived): .archived(project.name, true, by: actor)
        case (_, .deprecated): .deprecated(project.name, successor: successor, by: actor)
        case (.archived, .active): .archived(project.name, false, by: actor)
        case (_, .quarantined): .quarantined(project.name, reason: reason, by: actor)
        case (.quarantined, .active): .quarantineEnded(project.name, by: actor)
        default: nil
        }
    }

    private static func eventTags(from old: ProjectStatus, to new: ProjectStatus) -> [EventTag] {
        let left: EventTag? =
            switch old {
            case .active: nil
            case .archived: .unarchived
            case .deprecated: .undeprecated
            case .quarantined: .unquarantined
            }
        let entered: EventTag? =
            switch new {
            case .active: nil
            case .archived: .archived
            case .deprecated: .deprecated
            case .quarantined: .quarantined
            }
        return (old == new ? [entered] : [left, entered]).compactMap(\.self)
    }
}

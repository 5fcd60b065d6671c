import Database
package import PythonPackaging

extension Index {
    /// Gives up the requester's own role in a project, whatever it is; the last owner stays, and everybody does
    /// in quarantine.
    package func leaveProject(_ name: ProjectName, by requester: Requester) async throws {
        let now = clock.now()
        let leaver = try requester.ownAccount(at: now)
        try await change { connection, journal in
            try requester.hold(in: connection)
            try Project.lock(name, in: connection)
            let (project, role) = try Project.found(name, by: requester, in: connection)
            guard let role else {
                throw Refusal(
                    .roleUnknown,
                    "The user '\(leaver.name)' has no role in project '\(project.name)'.")
            }
            try project.expectNoQuarantine(for: requester)
            if role == .owner {
                try RoleRows.checkOwner(besides: leaver, in: project, connection)
            }
            try RoleRows.remove(
                role, of: leaver, in: project, by: requester, at: now, connection, &journal)
            try tellOfRole(
                nil, was: role, of: leaver, in: project, by: requester, at: now, connection)
        }
    }
}

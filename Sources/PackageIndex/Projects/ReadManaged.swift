import Database
package import PythonPackaging

extension Index {
    /// A project as its owners see it, without its files.
    package func managedProject(
        of name: ProjectName, by requester: Requester
    ) async throws -> Project {
        let now = clock.now()
        return try await database.read { connection in
            try Project.managed(name, by: requester, at: now, in: connection)
        }
    }

    /// A project as its owners see it: with its files, whatever its status.
    package func managedListing(
        of name: ProjectName, by requester: Requester
    ) async throws -> ProjectListing {
        let now = clock.now()
        return try await database.read { connection in
            let project = try Project.managed(name, by: requester, at: now, in: connection)
            return try Self.listing(of: project, withFiles: true, connection)
        }
    }
}

import Database

extension Index {
    /// Makes a change: one transaction that ends by appending to the journal, once what follows from
    /// a project's releases is noted.
    ///
    /// Nothing of it happened where the closure throws. PostgreSQL may run the closure again after
    /// a deadlock, so it must not touch anything but the database.
    func change<T: Sendable>(
        _ body: @Sendable @escaping (any SQLConnection, inout JournalDraft) throws -> T
    ) async throws -> T {
        let moment = clock.now()
        return try await database.write { connection in
            var journal = JournalDraft()
            let result = try body(connection, &journal)
            for project in journal.projectsOfOtherReleases {
                try DependentRows.refresh(of: project, in: connection)
            }
            try journal.write(to: connection, at: moment)
            return result
        }
    }
}

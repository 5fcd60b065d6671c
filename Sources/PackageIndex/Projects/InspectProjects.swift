import Database

/// What the machine's owner sees, who has the database anyway: everything that is not deleted.
extension Index {
    /// Every living project by normalised name, the private and the quarantined among them.
    package func everyProject() async throws -> [Project] {
        try await database.read { connection in
            try connection.rows(
                """
                SELECT \(Project.columns) FROM projects WHERE deleted_at IS NULL
                ORDER BY normalized_name
                """
            ).map(Project.init)
        }
    }

    /// A living project with all its files, whoever may see it; nil where there is none.
    package func wholeListing(of normalizedName: String) async throws -> ProjectListing? {
        try await database.read { connection in
            guard let project = try Project.find(normalizedName, in: connection),
                project.deletedAt == nil
            else { return nil }
            return try Self.listing(of: project, withFiles: true, connection)
        }
    }
}

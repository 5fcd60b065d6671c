import Database

extension Index {
    /// The addresses of the requester, the primary one first.
    package func addresses(of requester: Requester) async throws -> [EmailEntry] {
        let user = try requester.ownAccount(at: clock.now())
        return try await database.read { try EmailEntry.all(of: user.id, in: $0) }
    }
}

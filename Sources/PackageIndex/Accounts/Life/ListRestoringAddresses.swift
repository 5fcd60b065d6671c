import Database

extension Index {
    /// The addresses to which the link goes that brings a user's account back once it is deleted;
    /// none where only those who run the site can.
    package func restoringAddresses(of user: User) async throws -> [String] {
        let now = clock.now()
        return try await database.read { connection in
            try MailRecipients.security(of: user.id).resolve(at: now, connection).map(\.address)
        }
    }
}

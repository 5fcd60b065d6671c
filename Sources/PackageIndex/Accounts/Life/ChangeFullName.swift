import Database

extension Index {
    /// Changes how the requester is called, which their page shows; nothing takes the name away.
    package func changeFullName(_ text: String, by requester: Requester) async throws {
        let user = try requester.ownAccount(at: clock.now())
        let fullName = try Self.fullName(text)
        try await database.write { connection in
            try requester.hold(in: connection)
            try connection.run(
                "UPDATE users SET full_name = $1 WHERE id = $2", fullName, user.id)
        }
    }
}

import Database

extension Index {
    /// Shows an address of the requester's on their page, or no longer; by its row's number.
    package func setEmail(_ id: Int64, isPublic: Bool, by requester: Requester) async throws {
        try await setEmail(isPublic: isPublic, by: requester) { $0.id == id }
    }

    /// The same for an address as it is written, in any case.
    package func setEmail(
        _ address: String, isPublic: Bool, by requester: Requester
    ) async throws {
        try await setEmail(isPublic: isPublic, by: requester) {
            $0.address.lowercased() == address.lowercased()
        }
    }

    private func setEmail(
        isPublic: Bool, by requester: Requester,
        where isMeant: @Sendable @escaping (EmailEntry) -> Bool
    ) async throws {
        let user = try requester.ownAccount(at: clock.now())
        try await database.write { connection in
            try requester.hold(in: connection)
            let entries = try EmailEntry.all(of: user.id, in: connection)
            guard let entry = entries.first(where: isMeant) else { throw EmailEntry.unknown }
            guard entry.isVerified || !isPublic else {
                throw Refusal(
                    .emailUnverified, "Only a verified address can be shown.",
                    help: "Open the link in the mail that was sent to it.")
            }
            try connection.run(
                "UPDATE emails SET is_public = $1 WHERE id = $2", isPublic, entry.id)
        }
    }
}

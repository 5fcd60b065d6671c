import Database

extension Index {
    /// Makes a verified address the one to which notices go first; the old one is told,
    /// where it is verified.
    package func changePrimaryEmail(
        to id: Int64, in session: Session, from client: ClientTrace
    ) async throws {
        let now = clock.now()
        let user = session.user
        try await countTry(RateLimit.emailChanges(of: user))
        try await database.write { [mailStyle] connection in
            try session.hold(in: connection)
            let entry = try EmailEntry.required(id, of: user.id, in: connection)
            guard entry.isVerified else {
                throw Refusal(
                    .emailUnverified, "Only a verified address can be the primary one.",
                    help: "Open the link in the mail that was sent to it.")
            }
            guard !entry.isPrimary else { return }
            try connection.run(
                "UPDATE emails SET is_primary = 0 WHERE user_id = $1 AND removed_at IS NULL",
                user.id)
            try connection.run("UPDATE emails SET is_primary = 1 WHERE id = $1", entry.id)
            try SecurityEvent.record(
                .emailPrimaryChanged, user: user.id, ["from": user.email, "to": entry.address],
                by: user.name, from: client, at: now, in: connection)
            guard let old = try? EmailAddress(user.email) else { return }
            try Mail.primaryChanged(
                from: old, to: try EmailAddress(entry.address), MailOccasion(now, from: client)
            ).enqueue(to: .security(of: user.id), mailStyle, at: now, connection)
        }
    }

    /// Shows an address on the user's page, or no longer.
    package func setEmail(_ id: Int64, isPublic: Bool, in session: Session) async throws {
        try await database.write { connection in
            try session.hold(in: connection)
            let entry = try EmailEntry.required(id, of: session.user.id, in: connection)
            try connection.run(
                "UPDATE emails SET is_public = $1 WHERE id = $2",
                isPublic && entry.isVerified, entry.id)
        }
    }
}

import Database

extension Index {
    /// Removes an address that is not the primary one, nor the last verified one of an account with
    /// a second factor: a sign-in from a new browser would no longer be confirmed by mail.
    ///
    /// It is kept for 24 months and told of everything that touches the account: who removes an
    /// owner's address does not silence the owner.
    package func removeEmail(
        _ id: Int64, in session: Session, from client: ClientTrace
    ) async throws {
        let now = clock.now()
        let user = session.user
        try await countTry(RateLimit.emailChanges(of: user))
        try await database.write { [mailStyle] connection in
            try session.hold(in: connection)
            let entry = try EmailEntry.required(id, of: user.id, in: connection)
            guard !entry.isPrimary else {
                throw Refusal(
                    .emailPrimary, "The primary address cannot be removed.",
                    help: "Make another address the primary one first.")
            }
            let others = try EmailEntry.all(of: user.id, in: connection).filter { $0.id != id }
            guard
                try !entry.isVerified || others.hasVerified
                    || SecondFactors.of(user.id, in: connection).isEmpty
            else {
                throw Refusal(
                    .emailUnverified,
                    "A second factor needs an e-mail address that is verified, and this is the last.",
                    help: "Verify another address first.")
            }
            let email = try EmailAddress(entry.address)
            let occasion = MailOccasion(now, from: client)
            try Mail.emailRemoved(email, occasion)
                .enqueue(to: .security(of: user.id), mailStyle, at: now, connection)
            try connection.run(
                "UPDATE emails SET removed_at = $1, is_public = 0 WHERE id = $2", now.microseconds,
                entry.id)
            try MailedLink.void(
                .verifyEmail, of: user.id, about: email.normalized, at: now, in: connection)
            try SecurityEvent.record(
                .emailRemoved, user: user.id, ["address": email.text], by: user.name, from: client,
                at: now, in: connection)
        }
    }
}

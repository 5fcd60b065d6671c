import Database

extension Index {
    /// Adds an address to an account; it counts once it is verified.
    ///
    /// An address that is verified for somebody else gets a word about it instead of a link, and the
    /// answer is the same: nobody learns here who has an account.
    package func addEmail(
        _ text: String, in session: Session, from client: ClientTrace
    ) async throws {
        let email = try EmailAddress(text)
        let user = session.user
        try await countTry([
            (.emailsByAddress, client.rateKey), (.emailsByUser, user.uid),
        ])
        let now = clock.now()
        try await database.write { [mailStyle] connection in
            try session.hold(in: connection)
            let entries = try EmailEntry.all(of: user.id, in: connection)
            guard entries.count < EmailEntry.mostOfOneUser else {
                throw Refusal(
                    .emailsTooMany, "An account has at most \(EmailEntry.mostOfOneUser) addresses.")
            }
            let isNew = try EmailEntry.add(
                email, to: user.id, isPrimary: entries.isEmpty, isVerified: false, at: now,
                connection)
            guard isNew else {
                throw Refusal(.emailTaken, "The address is one of yours already.")
            }
            try Self.sendVerification(
                of: email, for: user.id, from: client, mailStyle, at: now, connection)
            try SecurityEvent.record(
                .emailAdded, user: user.id, ["address": email.text], by: user.name, from: client,
                at: now, in: connection)
            try Mail.emailAdded(email, MailOccasion(now, from: client))
                .enqueue(to: .security(of: user.id), mailStyle, at: now, connection)
        }
    }

    /// Sends the link once more to an address that is not verified yet.
    package func sendVerification(
        to id: Int64, in session: Session, from client: ClientTrace
    ) async throws {
        try await countTry([(.verificationMails, "\(session.user.uid) \(id)")])
        let now = clock.now()
        try await database.write { [mailStyle] connection in
            try session.hold(in: connection)
            let entry = try EmailEntry.required(id, of: session.user.id, in: connection)
            guard !entry.isVerified else {
                throw Refusal(.emailTaken, "The address is verified already.")
            }
            try Self.sendVerification(
                of: EmailAddress(entry.address), for: session.user.id, from: client, mailStyle,
                at: now, connection)
        }
    }

    /// Sends the link that verifies an address, or tells its owner that somebody wants it.
    static func sendVerification(
        of email: EmailAddress, for userID: Int64, from client: ClientTrace, _ style: MailStyle,
        at now: Timestamp, _ connection: any SQLConnection
    ) throws {
        // Both ways write the same rows.
        let secret = try MailedLink.make(
            .verifyEmail, for: userID, about: email.normalized, at: now, in: connection)
        let holder = try EmailEntry.verified(email, in: connection)
        let mail =
            holder == nil
            ? Mail.verifyEmail(email, secret: secret.text)
            : Mail.alreadyRegistered(MailOccasion(now, from: client))
        try mail.enqueue(
            to: .address(email, of: holder?.userID ?? userID), style, at: now, connection)
    }
}

extension RateLimit {
    static let emailsByAddress = RateLimit("emails by address", 10, in: .seconds(24 * 3600))
    static let emailsByUser = RateLimit("emails by user", 10, in: .seconds(24 * 3600))
    static let verificationMails = RateLimit("verification mails", 3, in: .seconds(6 * 3600))

    /// Removing an address, or making it the primary one, each told to every address.
    static func emailChanges(of user: User) -> [(RateLimit, caller: String)] {
        [
            (RateLimit("email changes", 5, in: .seconds(300)), user.uid),
            (RateLimit("email changes", 20, in: .seconds(3600)), user.uid),
        ]
    }
}

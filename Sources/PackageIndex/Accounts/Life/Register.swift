import Database

/// What somebody says who wants an account.
package struct AccountRequest: Sendable {
    /// The name.
    package var name: String
    /// How the person is called; may be empty.
    package var fullName: String
    /// The address.
    package var email: String
    /// The password.
    package var password: String

    /// A request.
    package init(name: String, fullName: String = "", email: String, password: String) {
        self.name = name
        self.fullName = fullName
        self.email = email
        self.password = password
    }
}

extension Index {
    /// Makes an account for somebody from outside, sends the link that verifies the address, and
    /// signs them in.
    ///
    /// Names are public, so a taken one is told. A taken address is not: the account is made without
    /// it being verified, and the address's owner is told by mail.
    package func register(
        _ request: AccountRequest, in browser: SignInBrowser
    ) async throws -> SignedIn {
        guard settings.allowsRegistration else {
            throw Refusal(.registrationClosed, "This index makes no accounts for everybody.")
        }
        let name = try UserName(request.name)
        let email = try EmailAddress(request.email)
        let fullName = try Self.fullName(request.fullName)
        let chosen = try Password(
            request.password, of: [name.spelling, email.text, fullName ?? ""])
        try await countTry([(.registrations, browser.client.rateKey)])
        let hash = try await blocking.run { [work = settings.passwordWork] in
            try PasswordHash(password: chosen.text, logRounds: work)
        }
        let now = clock.now()
        return try await database.write { [mailStyle] connection in
            let user = try User.add(name, hash, isAdmin: false, at: now, in: connection)
            try connection.run(
                "UPDATE users SET full_name = $1 WHERE id = $2", fullName, user.id)
            _ = try EmailEntry.add(
                email, to: user.id, isPrimary: true, isVerified: false, at: now, connection)
            try SecurityEvent.record(
                .accountCreated, user: user.id, by: user.name, from: browser.client, at: now,
                in: connection)
            try Self.sendVerification(
                of: email, for: user.id, from: browser.client, mailStyle, at: now, connection)
            return try Self.completeSignIn(
                of: user, by: .registration, next: nil, in: browser, mailStyle, at: now,
                connection)
        }
    }

    /// How somebody is called: at most 100 characters on one line, and no address of a site; nil for
    /// nothing.
    static func fullName(_ text: String) throws -> String? {
        let text = String(text.trimmingWhitespace)
        guard !text.isEmpty else { return nil }
        guard text.unicodeScalars.count <= 100, Shown.short(text, limit: 100) == text,
            !text.contains("://")
        else {
            throw Refusal(
                .fieldInvalid, "The full name takes at most 100 characters and no address.")
        }
        return text
    }

    /// Changes how the session's user is called.
    package func changeFullName(_ text: String, in session: Session) async throws {
        let fullName = try Self.fullName(text)
        try await database.write { connection in
            try session.hold(in: connection)
            try connection.run(
                "UPDATE users SET full_name = $1 WHERE id = $2", fullName, session.user.id)
        }
    }
}

extension RateLimit {
    static let registrations = RateLimit("registrations by address", 10, in: .seconds(3600))
}

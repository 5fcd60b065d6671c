import Database
import PythonPackaging

extension Index {
    /// Begins to add a security key or a passkey, and hands back the secret for the browser.
    package func beginSecurityKey(isPasskey: Bool, in session: Session) async throws
        -> BearerSecret
    {
        let now = clock.now()
        return try await database.write { connection in
            try Self.expectVerifiedAddress(of: session.user, in: connection)
            try Self.expectRecoveryCodes(of: session.user, in: connection)
            return try PendingSignIn.begin(
                .registration, for: session.user.id, next: isPasskey ? "passkey" : "key", at: now,
                in: connection)
        }
    }

    /// What an authenticator is offered in the ceremony that the browser has begun.
    package func credentialOffer(
        in session: Session, _ browser: SignInBrowser, at party: RelyingParty
    ) async throws -> CredentialOffer {
        let now = clock.now()
        return try await database.read { connection in
            let pending = try PendingSignIn.find(
                browser.pending, at: .registration, now: now, in: connection)
            guard pending.userID == session.user.id else {
                throw Refusal(.signInExpired, "This was begun by somebody else.")
            }
            return CredentialOffer(
                challenge: pending.challenge, party: party, user: session.user,
                existing: try SecurityKey.all(of: session.user.id, in: connection)
                    .map(\.credentialID),
                isPasskey: pending.nextPath == "passkey")
        }
    }

    /// Adds the security key or passkey that an authenticator has made.
    package func addSecurityKey(
        _ registration: CredentialRegistration, label: String, in session: Session,
        _ browser: SignInBrowser, at party: RelyingParty
    ) async throws {
        let user = session.user
        let label = try SecurityKey.label(label)
        let pending = try await takeChallenge(of: browser, at: .registration)
        guard pending.userID == user.id else {
            throw Refusal(.signInExpired, "This was begun by somebody else.")
        }
        let isPasskey = pending.nextPath == "passkey"
        let credential: CredentialRegistration.Credential
        do {
            credential = try registration.verify(
                challenge: Challenge.bytes(pending.challenge), party: party,
                needsVerification: isPasskey)
        } catch {
            throw Refusal(.factorWrong, "The security key's answer is not accepted: \(error).")
        }
        let now = clock.now()
        try await database.write { [mailStyle] connection in
            try session.hold(in: connection)
            try Self.expectVerifiedAddress(of: user, in: connection)
            try Self.expectRecoveryCodes(of: user, in: connection)
            try pending.end(in: connection)
            let added = try connection.run(
                """
                INSERT INTO security_keys
                    (uid, user_id, label, credential_id, public_key, sign_count, is_passkey,
                     created_at)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING
                """, Identifier.random(), user.id, label, credential.id, credential.publicKey,
                Int64(credential.signCount), isPasskey, now.microseconds)
            guard added == 1 else {
                throw Refusal(
                    .factorExists, "There is a key with this label, or this key was added before.",
                    help: "Choose another label or another key.")
            }
            try Self.noteFactor(
                .factorAdded, isPasskey ? "passkey" : "webauthn", label: label,
                .secondFactorAdded(
                    isPasskey ? .passkey(label) : .securityKey(label),
                    MailOccasion(now, from: browser.client)),
                of: user, from: browser.client, mailStyle, at: now, connection)
        }
    }

    /// Removes a security key or passkey of the session's user.
    package func removeSecurityKey(
        _ uid: String, in session: Session, from client: ClientTrace
    ) async throws {
        let user = session.user
        let now = clock.now()
        try await database.write { [mailStyle] connection in
            try session.hold(in: connection)
            let row = try connection.row(
                """
                DELETE FROM security_keys WHERE uid = $1 AND user_id = $2
                RETURNING label, is_passkey
                """, uid, user.id)
            guard let row else { throw Refusal(.factorUnknown, "There is no such security key.") }
            let label: String = try row.get("label")
            let isPasskey: Bool = try row.get("is_passkey")
            try Self.noteFactor(
                .factorRemoved, isPasskey ? "passkey" : "webauthn", label: label,
                .secondFactorRemoved(
                    isPasskey ? .passkey(label) : .securityKey(label),
                    MailOccasion(now, from: client)),
                of: user, from: client, mailStyle, at: now, connection)
        }
    }
}

extension SecurityKey {
    /// A label that a key can have: 1 to 64 characters on one line.
    static func label(_ text: String) throws -> String {
        let text = String(text.trimmingWhitespace)
        guard (1...64).contains(text.unicodeScalars.count), Shown.short(text, limit: 64) == text
        else {
            throw Refusal(.fieldInvalid, "The key needs a label of 1 to 64 characters.")
        }
        return text
    }
}

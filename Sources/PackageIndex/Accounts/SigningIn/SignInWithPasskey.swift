import Database
import PythonPackaging

extension Index {
    /// Begins a sign-in by a passkey alone, and hands back the secret for the browser.
    package func beginPasskeySignIn(next: String?, from client: ClientTrace) async throws
        -> BearerSecret
    {
        try await countTry([(.passkeyByAddress, client.rateKey)])
        let now = clock.now()
        return try await database.write { connection in
            try PendingSignIn.begin(.passkey, for: nil, next: next, at: now, in: connection)
        }
    }

    /// What a passkey is asked in the sign-in that the browser has begun.
    package func passkeyRequest(in browser: SignInBrowser, at party: RelyingParty) async throws
        -> CredentialRequest
    {
        let now = clock.now()
        return try await database.read { connection in
            let pending = try PendingSignIn.find(
                browser.pending, at: .passkey, now: now, in: connection)
            return CredentialRequest(
                challenge: pending.challenge, party: party, credentials: [],
                needsVerification: true)
        }
    }

    /// Signs in whoever the passkey belongs to.
    ///
    /// The authenticator has checked who uses it, by a PIN, a finger or a face: with the device
    /// itself that is two factors, and neither can be phished.
    package func signInWithPasskey(
        _ assertion: CredentialAssertion, in browser: SignInBrowser, at party: RelyingParty
    ) async throws -> SignedIn {
        let pending = try await takeChallenge(of: browser, at: .passkey)
        let now = clock.now()
        return try await database.write { [mailStyle] connection in
            let seen = try SecurityKey.find(credential: assertion.credentialID, in: connection)
            guard let seen, let user = try User.find(id: seen.userID, in: connection),
                assertion.userHandle.map({ $0 == Array(user.uid.utf8) }) ?? false
            else { throw SecurityKey.notAccepted }
            try Self.expectUsable(user)
            try user.hold(in: connection)
            // A reset that came first has left of the passkey a second factor.
            let key = try SecurityKey.find(credential: assertion.credentialID, in: connection)
            guard let key, key.isPasskey else { throw SecurityKey.notAccepted }
            try key.check(
                assertion, challenge: pending.challenge, party: party, needsVerification: true,
                at: now, in: connection)
            try pending.end(in: connection)
            return try Self.completeSignIn(
                of: user, by: .passkey, next: pending.nextPath, in: browser, mailStyle, at: now,
                connection)
        }
    }
}

extension RateLimit {
    static let passkeyByAddress = RateLimit("passkey by address", 30, in: .seconds(300))
}

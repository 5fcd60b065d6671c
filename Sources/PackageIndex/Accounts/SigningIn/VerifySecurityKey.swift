import Database
import PythonPackaging

extension Index {
    /// Goes on with a sign-in by a security key.
    package func verifySecurityKey(
        _ assertion: CredentialAssertion, in browser: SignInBrowser, at party: RelyingParty
    ) async throws -> SignInOutcome {
        let user = try await countFactorTry(in: browser)
        let now = clock.now()
        let pending = try await takeChallenge(of: browser, at: .factor)
        return try await database.write { [mailStyle] connection in
            try user.hold(in: connection)
            let key = try SecurityKey.find(
                credential: assertion.credentialID, in: connection)
            guard let key, key.userID == user.id else { throw SecurityKey.notAccepted }
            try key.check(
                assertion, challenge: pending.challenge, party: party, needsVerification: false,
                at: now, in: connection)
            return try Self.passFactor(
                pending, of: user, by: .securityKey, in: browser, mailStyle, at: now, connection)
        }
    }

    /// The browser's ceremony, its question taken out of use for good: a transaction of its own, so
    /// that a wrong answer does not bring it back.
    func takeChallenge(
        of browser: SignInBrowser, at step: PendingSignIn.Step
    ) async throws -> PendingSignIn {
        let now = clock.now()
        return try await database.write { connection in
            let pending = try PendingSignIn.find(
                browser.pending, at: step, now: now, in: connection)
            try pending.useChallenge(in: connection)
            return pending
        }
    }
}

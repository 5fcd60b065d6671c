import Database
import PythonPackaging

/// What a sign-in offers after the password.
package struct FactorChoice: Sendable {
    /// Whether an authenticator app can show a code.
    package let hasAuthenticator: Bool
    /// What a security key is asked; nil where the user has none.
    package let keyRequest: CredentialRequest?
}

extension Index {
    /// What the browser's sign-in can go on with.
    package func factorChoice(in browser: SignInBrowser, at party: RelyingParty) async throws
        -> FactorChoice
    {
        let now = clock.now()
        return try await database.read { connection in
            let pending = try PendingSignIn.find(
                browser.pending, at: .factor, now: now, in: connection)
            let factors = try SecondFactors.of(pending.userID ?? 0, in: connection)
            return FactorChoice(
                hasAuthenticator: factors.hasAuthenticator,
                keyRequest: factors.keys.isEmpty
                    ? nil
                    : CredentialRequest(
                        challenge: pending.challenge, party: party,
                        credentials: factors.keys.map(\.credentialID), needsVerification: false))
        }
    }
}

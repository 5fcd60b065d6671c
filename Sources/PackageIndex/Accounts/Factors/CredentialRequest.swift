import PythonPackaging

/// What a page asks an authenticator for an existing credential (§5.5 of Web Authentication).
package struct CredentialRequest: Sendable {
    let challenge: String
    let party: RelyingParty
    let credentials: [String]
    let needsVerification: Bool

    /// The options as the page hands them to the browser, bytes in base64url.
    package var json: String {
        JSONText.object([
            ("challenge", JSONText.quoted(challenge)), ("rpId", JSONText.quoted(party.id)),
            ("timeout", "300000"),
            ("userVerification", needsVerification ? #""required""# : #""discouraged""#),
            (
                "allowCredentials",
                JSONText.list(
                    credentials.map { id in
                        JSONText.object([
                            ("type", #""public-key""#), ("id", JSONText.quoted(id)),
                        ])
                    })
            ),
        ])
    }
}

/// What a page asks an authenticator for a new credential (§5.4 of Web Authentication).
package struct CredentialOffer: Sendable {
    let challenge: String
    let party: RelyingParty
    let user: User
    /// The credentials that the user has: an authenticator makes no second one.
    let existing: [String]
    /// Whether it is to be a passkey: found without a name, and its user checked.
    let isPasskey: Bool

    /// Whether it is to be a passkey.
    package var isForPasskey: Bool { isPasskey }

    /// The options as the page hands them to the browser, bytes in base64url.
    package var json: String {
        JSONText.object([
            ("challenge", JSONText.quoted(challenge)),
            (
                "rp",
                JSONText.object([
                    ("id", JSONText.quoted(party.id)), ("name", JSONText.quoted(party.id)),
                ])
            ),
            (
                "user",
                JSONText.object([
                    ("id", JSONText.quoted(Base64URL.text(of: Array(user.uid.utf8)))),
                    ("name", JSONText.quoted(user.name)),
                    ("displayName", JSONText.quoted(user.fullName ?? user.name)),
                ])
            ),
            (
                "pubKeyCredParams",
                JSONText.list(
                    CredentialKey.algorithms.map {
                        JSONText.object([("type", #""public-key""#), ("alg", "\($0)")])
                    })
            ),
            ("timeout", "300000"), ("attestation", #""none""#),
            (
                "authenticatorSelection",
                JSONText.object([
                    ("residentKey", isPasskey ? #""required""# : #""discouraged""#),
                    ("requireResidentKey", "\(isPasskey)"),
                    ("userVerification", isPasskey ? #""required""# : #""discouraged""#),
                ])
            ),
            (
                "excludeCredentials",
                JSONText.list(
                    existing.map { id in
                        JSONText.object([
                            ("type", #""public-key""#), ("id", JSONText.quoted(id)),
                        ])
                    })
            ),
        ])
    }
}

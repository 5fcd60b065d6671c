/// How far a sign-in has come.
package enum SignInOutcome: Sendable {
    /// The user is signed in.
    case signedIn(SignedIn)
    /// The password was right, and a second factor is needed: the secret goes on with it.
    case needsFactor(BearerSecret)
    /// A mail was sent whose link has to be opened in this browser.
    case needsConfirmation
}

/// What a browser gets when its user is signed in.
package struct SignedIn: Sendable {
    /// The secret of the session.
    package let session: BearerSecret
    /// The secret by which the browser is known from now on; nil where it was known before.
    package let device: BearerSecret?
    /// Where to go: a path that came with the sign-in.
    package let nextPath: String?
}

/// What a browser brings to a sign-in besides what its user types.
package struct SignInBrowser: Sendable {
    /// Where it is and what it calls itself.
    package let client: ClientTrace
    /// The secret by which it may be known.
    package let device: BearerSecret?
    /// The secret of the sign-in under way.
    package let pending: BearerSecret?

    /// A browser, with the secrets in its cookies.
    package init(client: ClientTrace, device: BearerSecret? = nil, pending: BearerSecret? = nil) {
        self.client = client
        self.device = device
        self.pending = pending
    }
}

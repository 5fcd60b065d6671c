import Database

/// By what a user signed in.
enum SignInMeans: String, Sendable {
    case password
    case authenticator
    case recoveryCode = "recovery-code"
    case securityKey = "security-key"
    case passkey
    case registration

    /// Whether somebody can be talked into typing it on a false page.
    var isPhishable: Bool {
        switch self {
        case .authenticator, .recoveryCode: true
        case .password, .securityKey, .passkey, .registration: false
        }
    }
}

extension Index {
    /// Opens the session of a user who has shown all that was asked for.
    ///
    /// A browser that was not known is told of by mail, and known from now on.
    static func completeSignIn(
        of user: User, by means: SignInMeans, next: String?, in browser: SignInBrowser,
        _ style: MailStyle, at now: Timestamp, _ connection: any SQLConnection
    ) throws -> SignedIn {
        let client = browser.client
        let isKnown = try KnownDevice.recognize(
            browser.device, of: user.id, at: now, in: connection)
        let device =
            isKnown
            ? nil
            : try KnownDevice.add(
                after: browser.device, of: user.id, from: client, at: now, in: connection)
        let session = try openSession(for: user.id, from: client, at: now, in: connection)
        // Who can sign in needs no link to a new password; and a link that is out is not for them.
        try MailedLink.void(.resetPassword, of: user.id, at: now, in: connection)
        try SecurityEvent.record(
            .signedIn, user: user.id, ["means": means.rawValue], by: user.name, from: client,
            at: now, in: connection)
        if !isKnown, means != .registration {
            try SecurityEvent.record(
                .newDevice, user: user.id, by: user.name, from: client, at: now, in: connection)
            try Mail.newDevice(MailOccasion(now, from: client))
                .enqueue(to: .security(of: user.id), style, at: now, connection)
        }
        return SignedIn(session: session, device: device, nextPath: next)
    }

    /// Goes on after a second factor of a user who is held.
    ///
    /// Into the account, or by way of a mailed link where the factor can be phished and the browser
    /// is not known. Factors are added to accounts with a verified address alone; one of before that
    /// rule that has none is opened without the link, which would go to whoever has the mailbox, and
    /// shut its owner out.
    static func passFactor(
        _ pending: PendingSignIn, of user: User, by means: SignInMeans, in browser: SignInBrowser,
        _ style: MailStyle, at now: Timestamp, _ connection: any SQLConnection
    ) throws -> SignInOutcome {
        try giveTryBack(
            RateLimit.factorTries(of: user, from: browser.client), at: now, in: connection)
        let isKnown = try KnownDevice.recognize(
            browser.device, of: user.id, at: now, in: connection)
        let recipients = try MailRecipients.oneVerified(of: user.id).resolve(at: now, connection)
        guard means.isPhishable, !isKnown, !recipients.isEmpty else {
            try pending.end(in: connection)
            return .signedIn(
                try completeSignIn(
                    of: user, by: means, next: pending.nextPath, in: browser, style, at: now,
                    connection))
        }
        try pending.awaitDevice(until: now + MailedLink.lifetime, in: connection)
        let secret = try MailedLink.make(
            .confirmSignIn, for: user.id, about: "\(pending.id) \(means.rawValue)", at: now,
            in: connection)
        try Mail.deviceConfirmation(secret: secret.text, MailOccasion(now, from: browser.client))
            .enqueue(to: recipients, style, at: now, connection)
        return .needsConfirmation
    }
}

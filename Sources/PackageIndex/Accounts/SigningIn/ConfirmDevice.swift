import Database

/// What a mailed link to confirm a sign-in shows before it is confirmed.
package struct DeviceConfirmation: Sendable {
    /// Whose account it opens.
    package let userName: String
    /// When the sign-in began.
    package let at: Timestamp
}

extension Index {
    /// What the link would confirm; refused where it is used up, or in another browser than the one
    /// that began.
    package func deviceConfirmation(_ secret: String, in browser: SignInBrowser) async throws
        -> DeviceConfirmation
    {
        let now = clock.now()
        return try await database.read { connection in
            let (link, _, user) = try Self.confirmation(secret, browser, at: now, connection)
            return DeviceConfirmation(userName: user.name, at: link.createdAt)
        }
    }

    /// Signs in the browser that began, since its owner opened the mail.
    package func confirmDevice(_ secret: String, in browser: SignInBrowser) async throws
        -> SignedIn
    {
        let now = clock.now()
        return try await database.write { [mailStyle] connection in
            let (link, pending, user) = try Self.confirmation(
                secret, browser, at: now, connection)
            try Self.expectUsable(user)
            try user.hold(in: connection)
            try link.use(at: now, in: connection)
            try pending.end(in: connection)
            let means = link.subject.split(separator: " ").last.flatMap {
                SignInMeans(rawValue: String($0))
            }
            return try Self.completeSignIn(
                of: user, by: means ?? .authenticator, next: pending.nextPath, in: browser,
                mailStyle, at: now, connection)
        }
    }

    private static func confirmation(
        _ secret: String, _ browser: SignInBrowser, at now: Timestamp,
        _ connection: any SQLConnection
    ) throws -> (MailedLink, PendingSignIn, User) {
        let link = try MailedLink.find(secret, .confirmSignIn, at: now, in: connection)
        let pending = try? PendingSignIn.find(
            browser.pending, at: .device, now: now, in: connection)
        guard let pending, pending.userID == link.userID,
            link.subject.hasPrefix("\(pending.id) "),
            let user = try User.find(id: link.userID, in: connection)
        else {
            throw Refusal(
                .otherBrowser, "This sign-in was begun in another browser.",
                help: "Open the link in the browser in which you typed your password. If you did "
                    + "not sign in, do not use the link: somebody knows your password.")
        }
        return (link, pending, user)
    }
}

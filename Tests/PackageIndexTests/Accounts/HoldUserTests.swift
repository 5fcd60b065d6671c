import CheeseboardTesting
import Database
import PackageIndex
import Testing

@Suite struct `What is under way while the owner takes the account back` {
    private static let password = "correct horse battery"
    private static let browser = SignInBrowser(client: .local)
    private static let reset = "UPDATE users SET password_hash = 'another'"
    private static let freezing = "UPDATE users SET is_frozen = 1"
    private static let deletion = "UPDATE users SET deleted_at = 1"

    @Test(arguments: [reset, freezing, deletion])
    func `a sign-in whose password was checked before opens nothing after`(
        _ change: String
    ) async throws {
        try await withMarie { index, database in
            // The try is counted, then the password is checked, then the session is opened.
            database.interrupt(write: 2, with: change)
            let refused = try await code {
                try await index.signIn("marie", password: Self.password, in: Self.browser)
            }
            #expect(refused == .credentialsInvalid)
            let sessions: Int64? = try await database.read {
                try $0.row("SELECT COUNT(*) AS n FROM sessions")?.get("n")
            }
            #expect(sessions == 0)
        }
    }

    @Test(arguments: [reset, freezing, "DELETE FROM sessions"])
    func `a change of what protects the account does not come about after`(
        _ change: String
    ) async throws {
        let changes: [@Sendable (Index, Session) async throws -> Void] = [
            {
                _ = try await $0.changePassword(
                    to: "nine green bottles", old: Self.password, in: $1, from: .local)
            },
            { _ = try await $0.makeRecoveryCodes(in: $1, password: Self.password, from: .local) },
            { try await $0.deleteAccount(in: $1, password: Self.password, from: .local) },
        ]
        for action in changes {
            try await withMarie { index, database in
                let session = try await openSession(in: index)
                // The try is counted and the session proven before.
                database.interrupt(write: 3, with: change)
                let refused = try await code { try await action(index, session) }
                #expect(refused == .credentialsInvalid)
                let marie = try #require(try await index.user(named: "marie"))
                #expect(marie.deletedAt == nil)
                let codes: Int64? = try await database.read {
                    try $0.row("SELECT COUNT(*) AS n FROM recovery_codes")?.get("n")
                }
                #expect(codes == 0)
            }
        }
    }

    @Test(arguments: [reset, freezing, deletion, "DELETE FROM sessions"])
    func `a page that was open before changes nothing of the account after`(
        _ change: String
    ) async throws {
        try await withMarie { index, database in
            let session = try await openSession(in: index)
            let codes = try await index.makeRecoveryCodes(
                in: session, password: Self.password, from: .local)
            let email = try #require(try await index.emails(of: session.user).first?.id)
            let secret = AuthenticatorSecret()
            let shown = secret.code(at: AuthenticatorSecret.step(at: index.clock.now()))
            _ = try await database.write { try $0.run(change) }
            let actions: [(String, @Sendable () async throws -> Void)] = [
                (
                    "add",
                    {
                        try await index.addEmail(
                            "other@index.example", in: session, from: .local)
                    }
                ),
                (
                    "send",
                    { try await index.sendVerification(to: email, in: session, from: .local) }
                ),
                ("verify", { try await index.verifyEmail("none", in: session, from: .local) }),
                (
                    "primary",
                    { try await index.changePrimaryEmail(to: email, in: session, from: .local) }
                ),
                ("remove", { try await index.removeEmail(email, in: session, from: .local) }),
                (
                    "codes",
                    {
                        try await index.proveRecoveryCodes(
                            codes[0].text, in: session, from: .local)
                    }
                ),
                (
                    "app",
                    {
                        try await index.addAuthenticator(
                            secret, code: shown, in: session, from: .local)
                    }
                ),
                ("no app", { try await index.removeAuthenticator(in: session, from: .local) }),
                (
                    "no key",
                    { try await index.removeSecurityKey("none", in: session, from: .local) }
                ),
                ("end", { try await index.endSession("none", by: session, from: .local) }),
                ("end all", { try await index.endOtherSessions(than: session, from: .local) }),
            ]
            for (name, action) in actions {
                let refused = try await code { try await action() }
                #expect(refused == .credentialsInvalid, "\(name)")
            }
        }
    }

    @Test(arguments: [reset, freezing, "DELETE FROM sessions"])
    func `a security key that was asked for before is not added after`(
        _ change: String
    ) async throws {
        try await withMarie { index, database in
            let session = try await openSession(in: index)
            let codes = try await index.makeRecoveryCodes(
                in: session, password: Self.password, from: .local)
            try await index.proveRecoveryCodes(codes[0].text, in: session, from: .local)
            let browser = SignInBrowser(
                client: .local,
                pending: try await index.beginSecurityKey(isPasskey: false, in: session))
            let party = try #require(RelyingParty(origin: "http://localhost"))
            let offer = try await index.credentialOffer(in: session, browser, at: party).json
            let challenge = try #require(
                offer.firstMatch(of: /"challenge":"([A-Za-z0-9_-]{43})"/))
            let fields = TestAuthenticator(origin: party.origin)
                .register(challenge: String(challenge.1))
            let answer = try CredentialRegistration(
                clientData: fields["client_data"] ?? "", attestation: fields["attestation"] ?? "")
            _ = try await database.write { try $0.run(change) }
            let refused = try await code {
                try await index.addSecurityKey(
                    answer, label: "key", in: session, browser, at: party)
            }
            #expect(refused == .credentialsInvalid)
        }
    }

    @Test func `a token asked for before is not made after`() async throws {
        try await withMarie { index, database in
            let marie = try #require(try await index.user(named: "marie"))
            let other = try await index.authenticate(
                .token(try await index.issueToken(to: "marie", TokenRequest(scopes: [.manage]))))
            try await database.write { _ = try $0.run("UPDATE tokens SET revoked_at = 1") }
            #expect(
                try await code {
                    try await index.issueToken(TokenRequest(label: "a"), by: Requester(other))
                } == .credentialsInvalid)
            try await database.write { _ = try $0.run(Self.reset) }
            #expect(
                try await code {
                    try await index.issueToken(
                        TokenRequest(label: "b"), by: Requester(Principal(user: marie)))
                } == .credentialsInvalid)
            #expect(try await index.tokens(of: "marie").count == 1)
        }
    }

    /// Marie's session in a browser of her own.
    private func openSession(in index: Index) async throws -> Session {
        let outcome = try await index.signIn("marie", password: Self.password, in: Self.browser)
        guard case .signedIn(let signedIn) = outcome else { throw NotSignedIn() }
        return try #require(try await index.session(signedIn.session))
    }

    private func withMarie(
        _ body: @Sendable (Index, InterruptedDatabase) async throws -> Void
    ) async throws {
        try await TestIndex.with { test in
            let database = InterruptedDatabase(test.database)
            let index = Index(
                database: database, blobs: test.index.blobs, settings: test.index.settings,
                clock: test.clock)
            try await index.addUser(
                name: "marie", email: "marie@index.example", password: Self.password)
            try await body(index, database)
        }
    }
}

private struct NotSignedIn: Error {}

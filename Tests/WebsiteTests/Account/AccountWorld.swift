import CheeseboardTesting
import Database
import HTTPTypes
import HummingbirdTesting
import NIOCore
import PackageIndex
import Testing
import WebServer

/// A site with the user alma, who signs in with a password, and browsers that have been nowhere.
struct AccountWorld: Sendable {
    static let password = "correct horse & battery+staple"
    static let otherPassword = "nine green bottles hanging"

    let server: TestServer
    /// Alma's browser.
    let browser: TestBrowser

    var index: Index { server.test.index }
    var clock: FixedClock { server.test.clock }

    /// Another browser.
    func stranger() -> TestBrowser { TestBrowser(browser: browser) }

    static func with(
        settings: IndexSettings = IndexSettings(), driver: TestDriver = .sqlite,
        _ body: @Sendable (AccountWorld) async throws -> Void
    ) async throws {
        try await TestIndex.with(driver, settings: settings, mailSender: nil) { test in
            try await test.index.addUser(
                name: "alma", email: "alma@index.example", password: password)
            let server = try TestServer(test)
            try await server.application.test(.router) { client in
                try await body(AccountWorld(server: server, browser: TestBrowser(client)))
            }
        }
    }

    // Signing in

    @discardableResult
    func signIn(
        _ name: String = "alma", _ password: String = Self.password, in browser: TestBrowser? = nil
    ) async throws -> TestResponse {
        try await (browser ?? self.browser).submit(
            "/account/login/", ["name": name, "password": password])
    }

    func isSignedIn(_ browser: TestBrowser? = nil) async throws -> Bool {
        try await (browser ?? self.browser).get("/manage/account/").status == .ok
    }

    /// A page's text.
    func page(_ path: String, in browser: TestBrowser? = nil) async throws -> String {
        String(buffer: try await (browser ?? self.browser).get(path).body)
    }

    // Second factors

    /// Makes recovery codes and proves them by typing back the first.
    func makeRecoveryCodes() async throws -> [String] {
        let path = "/manage/account/recovery-codes/"
        let made = try await browser.submit("\(path)generate/", ["password": Self.password])
        let codes = String(buffer: made.body).matches(of: /<code>([0-9a-f]{16})<\/code>/)
            .map { String($0.1) }
        try #require(codes.count == 8)
        let proven = try await browser.submit("\(path)burn/", ["code": codes[0]])
        try #require(proven.status == .seeOther)
        return codes
    }

    /// Sets an authenticator app up.
    func addAuthenticator() async throws -> AuthenticatorSecret {
        let path = "/manage/account/totp-provision/"
        let html = try await page(path)
        let match = try #require(html.firstMatch(of: /name="secret" value="([A-Z2-7]{32})"/))
        let secret = try #require(AuthenticatorSecret(text: String(match.1)))
        try #require(html.contains("href=\"otpauth://totp/") && html.contains("Open in an app"))
        let answer = try await browser.post(
            path,
            [
                "csrf": TestBrowser.mark(in: html), "secret": secret.text, "code": code(of: secret),
            ])
        try #require(answer.status == .seeOther)
        return secret
    }

    /// The code of now.
    func code(of secret: AuthenticatorSecret) -> String {
        secret.code(at: AuthenticatorSecret.step(at: clock.now()))
    }

    /// Adds a security key or a passkey, and hands back the key.
    func addKey(isPasskey: Bool) async throws -> TestAuthenticator {
        let path = "/manage/account/webauthn-provision/"
        _ = try await browser.submit(
            "\(path)options", ["kind": isPasskey ? "passkey" : "key"],
            from: "/manage/account/two-factor/")
        let html = try await page(path)
        var key = TestAuthenticator(origin: "http://localhost")
        let user = try #require(try await index.user(named: "alma"))
        key.userHandle = isPasskey ? Array(user.uid.utf8) : []
        var fields = key.register(challenge: try Self.challenge(in: html))
        fields["csrf"] = TestBrowser.mark(in: html)
        fields["label"] = isPasskey ? "My passkey" : "My key"
        let answer = try await browser.post("\(path)validate", fields)
        try #require(answer.status == .seeOther, "\(String(buffer: answer.body))")
        return key
    }

    /// Signs in by a passkey alone.
    func signInWithPasskey(
        _ key: inout TestAuthenticator, in browser: TestBrowser
    ) async throws -> TestResponse {
        _ = try await browser.submit(
            "/account/webauthn-authenticate/options", [:], from: "/account/login/")
        let html = try await page("/account/webauthn-authenticate/", in: browser)
        var fields = try key.assert(challenge: Self.challenge(in: html))
        fields.merge(["csrf": TestBrowser.mark(in: html), "kind": "passkey"]) { $1 }
        return try await browser.post("/account/webauthn-authenticate/validate", fields)
    }

    /// The question in a page with a form for security keys.
    static func challenge(in html: String) throws -> String {
        let match = try #require(
            html.firstMatch(of: /&quot;challenge&quot;:&quot;([A-Za-z0-9_-]{43})&quot;/))
        return String(match.1)
    }

    // Addresses

    /// Adds an address and verifies it by the mailed link.
    func addAddress(_ address: String) async throws {
        let answer = try await browser.submit(
            "/manage/account/emails/add/", ["email": address], from: "/manage/account/emails/")
        try #require(answer.status == .seeOther)
        let letter = try #require(
            try await letters("verify-email").last { $0.recipient == address })
        let html = try await page(letter.link)
        let verified = try await browser.post(
            "/account/verify-email/",
            ["csrf": TestBrowser.mark(in: html), "token": letter.token])
        try #require(verified.status == .seeOther)
    }

    /// Makes the addresses that alma has verified ones, or such that never were.
    func verify(_ isVerified: Bool) async throws {
        let moment = isVerified ? clock.now().microseconds : nil
        try await server.test.database.write {
            try $0.run(
                """
                UPDATE emails SET is_verified = $1, verified_at = $2
                WHERE user_id = (SELECT id FROM users WHERE name = 'alma')
                """, isVerified, moment)
        }
    }

    /// Does something with an address of alma's, as its button does.
    @discardableResult
    func changeAddress(_ what: String, _ address: String) async throws -> TestResponse {
        let user = try #require(try await index.user(named: "alma"))
        let id = try await index.emails(of: user).first { $0.address == address }?.id ?? 0
        return try await browser.submit(
            "/manage/account/emails/\(id)/\(what)/", [:], from: "/manage/account/emails/")
    }

    // Mail

    struct Letter: Sendable, Equatable {
        let recipient: String
        let kind: String
        let text: String

        /// The path and query of its link.
        var link: String {
            let address = text.split(whereSeparator: \.isWhitespace).first { $0.contains("token=") }
            let path = address?.firstRange(of: "/account/").map { address?[$0.lowerBound...] ?? "" }
            return path.map { String($0) } ?? ""
        }

        var token: String {
            link.firstRange(of: "token=").map { String(link[$0.upperBound...]) } ?? ""
        }
    }

    /// Every mail so far, after the jobs that write mails have run.
    func letters(_ kind: String? = nil) async throws -> [Letter] {
        try await index.runDueJobs()
        let all = try await server.test.database.read { connection in
            try connection.rows("SELECT recipient, kind, text_body, subject FROM mails ORDER BY id")
                .map { row in
                    Letter(
                        recipient: try row.get("recipient"), kind: try row.get("kind"),
                        text: try row.get("text_body") ?? "")
                }
        }
        return all.filter { kind == nil || $0.kind == kind }
    }

    /// Asks for a new password and hands back the token of the link that was mailed.
    func requestReset(_ name: String = "alma", in browser: TestBrowser? = nil) async throws
        -> String
    {
        _ = try await (browser ?? stranger()).submit(
            "/account/request-password-reset/", ["name": name])
        return try #require(try await letters("password-reset").last).token
    }

    /// Sets a new password by a link's token, whatever the link's page says of it.
    func reset(
        _ token: String, to password: String = Self.otherPassword, in browser: TestBrowser? = nil
    ) async throws -> TestResponse {
        let browser = browser ?? stranger()
        let html = try await page("/account/login/", in: browser)
        return try await browser.post(
            "/account/reset-password/",
            ["csrf": TestBrowser.mark(in: html), "token": token, "password": password])
    }
}

import CheeseboardTesting
import HTTPTypes
import HummingbirdTesting
import NIOCore
import PackageIndex
import Testing

@Suite struct `Passkeys` {
    /// Begins a sign-in by passkey: the page, its question and its mark.
    private func begin(_ browser: TestBrowser) async throws -> (challenge: String, mark: String) {
        _ = try await browser.submit(
            "/account/webauthn-authenticate/options", [:], from: "/account/login/")
        let html = String(
            buffer: try await browser.get("/account/webauthn-authenticate/").body)
        #expect(html.contains("/static/webauthn.js?v="))
        return (try AccountWorld.challenge(in: html), TestBrowser.mark(in: html))
    }

    private func show(
        _ fields: [String: String], mark: String, in browser: TestBrowser
    ) async throws -> TestResponse {
        try await browser.post(
            "/account/webauthn-authenticate/validate",
            fields.merging(["csrf": mark, "kind": "passkey"]) { $1 })
    }

    @Test func `a passkey signs in by itself, on a new device too`() async throws {
        try await AccountWorld.with { world in
            try await world.signIn()
            _ = try await world.makeRecoveryCodes()
            var key = try await world.addKey(isPasskey: true)
            let other = world.stranger()
            let (challenge, mark) = try await begin(other)
            let answer = try await show(
                key.assert(challenge: challenge), mark: mark, in: other)
            #expect(answer.status == .seeOther)
            #expect(try await world.isSignedIn(other))
        }
    }

    @Test(arguments: [
        ("/manage/x?a=b", "/manage/x?a=b"), ("//evil.example", "/"), ("https://evil.example", "/"),
        ("/\\evil.example", "/"), ("javascript:alert(1)", "/"),
    ])
    func `signing in by a passkey leads to this site only`(
        _ next: String, _ expected: String
    ) async throws {
        try await AccountWorld.with { world in
            try await world.signIn()
            _ = try await world.makeRecoveryCodes()
            var key = try await world.addKey(isPasskey: true)
            let other = world.stranger()
            _ = try await other.submit(
                "/account/webauthn-authenticate/options", ["next": next], from: "/account/login/")
            let html = try await world.page("/account/webauthn-authenticate/", in: other)
            let answer = try await show(
                key.assert(challenge: AccountWorld.challenge(in: html)),
                mark: TestBrowser.mark(in: html), in: other)
            #expect(answer.headers[.location] == expected)
        }
    }

    @Test
    func `an answer is taken once, in the browser that was asked, while the question is fresh`()
        async throws
    {
        try await AccountWorld.with { world in
            try await world.signIn()
            _ = try await world.makeRecoveryCodes()
            var key = try await world.addKey(isPasskey: true)
            let victim = world.stranger()
            let (challenge, mark) = try await begin(victim)
            let fields = try key.assert(challenge: challenge)
            // Stolen on its way, and sent from another browser with a question of its own.
            let thief = world.stranger()
            let (_, thiefsMark) = try await begin(thief)
            #expect(
                try await show(fields, mark: thiefsMark, in: thief).status == .forbidden)
            #expect(try await show(fields, mark: mark, in: victim).status == .seeOther)
            // The same answer again, to the same question and to the next.
            let again = try await show(
                fields, mark: TestBrowser.mark(in: try await world.page("/", in: victim)),
                in: victim)
            #expect(again.status == .forbidden)
            let (_, nextMark) = try await begin(thief)
            #expect(try await show(fields, mark: nextMark, in: thief).status == .forbidden)
            #expect(try await !world.isSignedIn(thief))
            // Too late.
            let (late, lateMark) = try await begin(thief)
            let lateFields = try key.assert(challenge: late)
            world.clock.advance(by: .seconds(301))
            #expect(try await show(lateFields, mark: lateMark, in: thief).status == .forbidden)
        }
    }

    @Test func `an answer given on another site, or for another, opens nothing`() async throws {
        try await AccountWorld.with { world in
            try await world.signIn()
            _ = try await world.makeRecoveryCodes()
            let key = try await world.addKey(isPasskey: true)
            for (origin, party) in [
                ("https://evil.example", "localhost"), ("http://localhost:8081", "localhost"),
                ("http://localhost", "evil.example"), ("https://localhost", "localhost"),
            ] {
                var phished = key
                phished.origin = origin
                phished.party = party
                let other = world.stranger()
                let (challenge, mark) = try await begin(other)
                let answer = try await show(
                    phished.assert(challenge: challenge), mark: mark, in: other)
                #expect(answer.status == .forbidden, "\(origin) \(party)")
                #expect(try await !world.isSignedIn(other))
            }
        }
    }

    @Test func `a passkey whose user was not checked, or that is somebody else's, opens nothing`()
        async throws
    {
        try await AccountWorld.with { world in
            try await world.signIn()
            _ = try await world.makeRecoveryCodes()
            let key = try await world.addKey(isPasskey: true)
            var unchecked = key
            unchecked.verifiesUser = false
            var other = key
            other.userHandle = Array("somebody else".utf8)
            var nobody = key
            nobody.userHandle = []
            var unknown = TestAuthenticator(origin: "http://localhost")
            unknown.userHandle = key.userHandle
            for var tried in [unchecked, other, nobody, unknown] {
                let browser = world.stranger()
                let (challenge, mark) = try await begin(browser)
                let answer = try await show(
                    tried.assert(challenge: challenge), mark: mark, in: browser)
                #expect(answer.status == .forbidden)
            }
        }
    }

    @Test func `a copied authenticator is told by its counter`() async throws {
        try await AccountWorld.with { world in
            try await world.signIn()
            _ = try await world.makeRecoveryCodes()
            var key = try await world.addKey(isPasskey: true)
            var copy = key
            for isFirst in [true, false] {
                let browser = world.stranger()
                let (challenge, mark) = try await begin(browser)
                let fields =
                    isFirst
                    ? try key.assert(challenge: challenge) : try copy.assert(challenge: challenge)
                let answer = try await show(fields, mark: mark, in: browser)
                #expect(answer.status == (isFirst ? .seeOther : .forbidden))
            }
        }
    }

    @Test func `a security key that is no passkey does not sign in by itself`() async throws {
        try await AccountWorld.with { world in
            try await world.signIn()
            _ = try await world.makeRecoveryCodes()
            var key = try await world.addKey(isPasskey: false)
            key.userHandle = Array(
                (try #require(try await world.index.user(named: "alma"))).uid.utf8)
            let other = world.stranger()
            let (challenge, mark) = try await begin(other)
            let answer = try await show(
                key.assert(challenge: challenge), mark: mark, in: other)
            #expect(answer.status == .forbidden)
        }
    }

    @Test
    func `a key that is registered already is not registered again, nor one for another site`()
        async throws
    {
        try await AccountWorld.with { world in
            try await world.signIn()
            _ = try await world.makeRecoveryCodes()
            let key = try await world.addKey(isPasskey: false)
            for (origin, status) in [("http://localhost", 409), ("https://evil.example", 403)] {
                _ = try await world.browser.submit(
                    "/manage/account/webauthn-provision/options", ["kind": "key"],
                    from: "/manage/account/two-factor/")
                let html = try await world.page("/manage/account/webauthn-provision/")
                var again = key
                again.origin = origin
                var fields = again.register(challenge: try AccountWorld.challenge(in: html))
                fields.merge(["csrf": TestBrowser.mark(in: html), "label": "Again"]) { $1 }
                let answer = try await world.browser.post(
                    "/manage/account/webauthn-provision/validate", fields)
                // The page for another try needs the ceremony, which a used question leaves.
                #expect(answer.status.code == status, "\(origin)")
            }
        }
    }
}

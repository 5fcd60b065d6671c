import CheeseboardTesting
import Database
import HTTPTypes
import HummingbirdTesting
import NIOCore
import PackageIndex
import Testing

@Suite struct `Unknown devices` {
    /// Alma's authenticator app, and a browser in which her password and a code were typed.
    private func begin(_ world: AccountWorld) async throws -> TestBrowser {
        try await world.signIn()
        _ = try await world.makeRecoveryCodes()
        return try await typeCode(of: try await world.addAuthenticator(), world)
    }

    private func typeCode(
        of secret: AuthenticatorSecret, _ world: AccountWorld
    ) async throws -> TestBrowser {
        world.clock.advance(by: .seconds(60))
        let other = world.stranger()
        try await world.signIn(in: other)
        let answer = try await other.submit(
            "/account/two-factor/", ["code": world.code(of: secret)])
        #expect(answer.status == .ok)
        #expect(String(buffer: answer.body).contains("Look into your mail"))
        #expect(try await !world.isSignedIn(other))
        return other
    }

    @Test func `a phishable factor on an unknown device waits for the mailed link`() async throws {
        try await AccountWorld.with { world in
            let other = try await begin(world)
            let letter = try #require(try await world.letters("device-confirmation").first)
            #expect(letter.recipient == "alma@index.example")
            // Looking at it does nothing.
            let html = try await world.page(letter.link, in: other)
            #expect(html.contains("alma"))
            #expect(try await !world.isSignedIn(other))
            let answer = try await other.post(
                "/account/confirm-login/",
                ["csrf": TestBrowser.mark(in: html), "token": letter.token])
            #expect(answer.status == .seeOther)
            #expect(try await world.isSignedIn(other))
            // The device is known now, and the link is used up.
            let again = try await other.post(
                "/account/confirm-login/",
                [
                    "csrf": TestBrowser.mark(in: try await world.page("/", in: other)),
                    "token": letter.token,
                ])
            #expect(again.status == .forbidden)
        }
    }

    @Test func `an address that is not verified gets no such link, and shuts nobody out`()
        async throws
    {
        try await AccountWorld.with { world in
            try await world.signIn()
            _ = try await world.makeRecoveryCodes()
            let secret = try await world.addAuthenticator()
            try await world.addAddress("second@index.example")
            try await world.server.test.database.write {
                try $0.run("UPDATE emails SET is_verified = 0 WHERE is_primary = 1")
            }
            _ = try await typeCode(of: secret, world)
            #expect(
                try await world.letters("device-confirmation").map(\.recipient) == [
                    "second@index.example"
                ])
            // An account of before second factors needed a verified address.
            try await world.verify(false)
            world.clock.advance(by: .seconds(60))
            let other = world.stranger()
            try await world.signIn(in: other)
            let answer = try await other.submit(
                "/account/two-factor/", ["code": world.code(of: secret)])
            #expect(answer.status == .seeOther)
            #expect(try await world.isSignedIn(other))
            #expect(try await world.letters("device-confirmation").count == 1)
        }
    }

    @Test func `the link confirms nothing in another browser than the one that began`()
        async throws
    {
        try await AccountWorld.with { world in
            // The thief typed what the owner was talked into telling; the owner opens the mail.
            let thief = try await begin(world)
            let letter = try #require(try await world.letters("device-confirmation").first)
            let shown = try await world.browser.get(letter.link)
            #expect(shown.status == .forbidden)
            #expect(String(buffer: shown.body).contains("another browser"))
            let mark = TestBrowser.mark(in: try await world.page("/"))
            let answer = try await world.browser.post(
                "/account/confirm-login/", ["csrf": mark, "token": letter.token])
            #expect(answer.status == .forbidden)
            #expect(try await !world.isSignedIn(thief))
        }
    }

    @Test func `the link ends after six hours and with a new password`() async throws {
        try await AccountWorld.with { world in
            let other = try await begin(world)
            let letter = try #require(try await world.letters("device-confirmation").first)
            let changed = try await world.browser.submit(
                "/manage/account/password/",
                [
                    "password": AccountWorld.password,
                    "new_password": AccountWorld.otherPassword,
                ])
            #expect(changed.status == .seeOther)
            #expect(try await other.get(letter.link).status == .forbidden)
        }
        try await AccountWorld.with { world in
            let other = try await begin(world)
            let letter = try #require(try await world.letters("device-confirmation").first)
            world.clock.advance(by: .seconds(6 * 3600 + 1))
            #expect(try await other.get(letter.link).status == .forbidden)
        }
    }

    @Test func `a device secret that somebody planted is never made known`() async throws {
        try await AccountWorld.with { world in
            let planted = BearerSecret().text
            let victim = world.stranger()
            victim.cookies["cheeseboard_device"] = planted
            try await world.signIn(in: victim)
            let known = try #require(victim.cookies["cheeseboard_device"])
            #expect(known != planted)
            // Two users of one browser are both known by the secret that it has last.
            try await world.index.addUser(
                name: "bruno", email: "bruno@index.example", password: AccountWorld.otherPassword)
            try await world.signIn("bruno", AccountWorld.otherPassword, in: victim)
            let both = victim.cookies["cheeseboard_device"]
            #expect(both != known)
            #expect(try await world.letters("new-device").count == 2)
            try await world.signIn(in: victim)
            try await world.signIn("bruno", AccountWorld.otherPassword, in: victim)
            #expect(victim.cookies["cheeseboard_device"] == both)
            #expect(try await world.letters("new-device").count == 2)
        }
    }
}

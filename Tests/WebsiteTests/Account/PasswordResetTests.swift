import CheeseboardTesting
import Database
import HTTPTypes
import HummingbirdTesting
import NIOCore
import PackageIndex
import Testing
import WebServer

@Suite struct `Password resets` {
    @Test func `a link sets a new password, once`() async throws {
        try await AccountWorld.with { world in
            let token = try await world.requestReset()
            let answer = try await world.reset(token)
            #expect(answer.headers[.location] == "/account/login/")
            let again = try await world.reset(token)
            #expect(again.status == .forbidden)
            #expect(String(buffer: again.body).contains("This link is not valid any more"))
            #expect(try await world.signIn().status == .forbidden)
            #expect(try await world.signIn("alma", AccountWorld.otherPassword).status == .seeOther)
            #expect(try await world.letters("password-reset-done").count == 1)
        }
    }

    @Test func `the link is void after signing in, after a change of password, and in time`()
        async throws
    {
        try await AccountWorld.with { world in
            var token = try await world.requestReset()
            try await world.signIn()
            #expect(try await world.reset(token).status == .forbidden)
            world.clock.advance(by: .seconds(24 * 3600))
            try await world.signIn()
            token = try await world.requestReset()
            let changed = try await world.browser.submit(
                "/manage/account/password/",
                ["password": AccountWorld.password, "new_password": "three blind mice run"])
            #expect(changed.status == .seeOther)
            #expect(try await world.reset(token).status == .forbidden)
            world.clock.advance(by: .seconds(24 * 3600))
            token = try await world.requestReset()
            world.clock.advance(by: .seconds(6 * 3600 + 1))
            #expect(try await world.reset(token).status == .forbidden)
        }
    }

    @Test func `a newer link ends the older one, and a link for something else sets no password`()
        async throws
    {
        try await AccountWorld.with { world in
            let (older, newer) = (try await world.requestReset(), try await world.requestReset())
            #expect(older != newer)
            #expect(try await world.reset(older).status == .forbidden)
            try await world.signIn()
            _ = try await world.browser.submit(
                "/manage/account/emails/add/", ["email": "new@index.example"],
                from: "/manage/account/emails/")
            _ = try await world.browser.submit(
                "/manage/account/delete/", ["name": "alma", "password": AccountWorld.password])
            for kind in ["verify-email", "account-deleted"] {
                let letter = try #require(try await world.letters(kind).last)
                #expect(!letter.token.isEmpty)
                #expect(try await world.reset(letter.token).status == .forbidden, "\(kind)")
            }
            // Nor does the link to a new password once the account is gone.
            #expect(try await world.reset(newer).status == .forbidden)
        }
    }

    @Test func `looking at the link does nothing, and a weak password leaves it open`()
        async throws
    {
        try await AccountWorld.with { world in
            let token = try await world.requestReset()
            for _ in 0..<2 {
                #expect(
                    try await world.stranger().get("/account/reset-password/?token=\(token)").status
                        == .ok)
            }
            #expect(try await world.reset(token, to: "passwordpassword").status == .badRequest)
            #expect(try await world.reset(token).status == .seeOther)
        }
    }

    @Test func `whoever exists is answered alike, and the same is written`() async throws {
        try await AccountWorld.with { world in
            var pages: [String] = []
            var counts: [Int64] = []
            for name in [
                "alma", "nobody", "alma@index.example", "nobody@index.example", "", "-", "a@",
                String(repeating: "x", count: 5000),
            ] {
                let browser = world.stranger()
                let answer = try await browser.submit(
                    "/account/request-password-reset/", ["name": name])
                #expect(answer.status == .ok)
                pages.append(
                    String(buffer: answer.body).replacing(
                        TestBrowser.mark(in: String(buffer: answer.body)), with: ""))
                counts.append(
                    try await world.server.test.database.read { connection in
                        try connection.row(
                            """
                            SELECT (SELECT COUNT(*) FROM jobs) * 1000 + (SELECT COUNT(*) FROM links)
                                + (SELECT COUNT(*) FROM mails) + (SELECT COUNT(*) FROM events) AS n
                            """)?.get("n") ?? 0
                    })
            }
            #expect(Set(pages).count == 1)
            let steps = Set(zip(counts.dropFirst(), counts).map { $0 - $1 })
            #expect(
                steps == [1000], "only the job that asks is written, whoever is meant: \(counts)")
        }
    }

    /// support.md's number 21: of a thousand wishes three reach an address.
    @Test func `an address gets three such mails in six hours, however many ask`() async throws {
        try await AccountWorld.with { world in
            for number in 0..<1000 {
                let client = ClientTrace(
                    address: "192.0.2.\(number % 250)", userAgent: nil, network: "network \(number)"
                )
                try await world.index.requestPasswordReset(
                    number % 2 == 0 ? "alma" : "user\(number)", from: client)
            }
            #expect(try await world.letters("password-reset").count == 3)
        }
    }

    @Test func `nobody is kept from a new password by others who ask for one`() async throws {
        try await AccountWorld.with { world in
            // Day and night somebody asks until no more mails go out; the last link is good.
            for hour in 0..<24 {
                for number in 0..<8 {
                    let client = ClientTrace(
                        address: nil, userAgent: nil, network: "network \(hour) \(number)")
                    try await world.index.requestPasswordReset("alma", from: client)
                }
                let letter = try #require(try await world.letters("password-reset").last)
                let page = try await world.stranger().get(letter.link)
                #expect(page.status == .ok, "hour \(hour)")
                world.clock.advance(by: .seconds(3600))
            }
            #expect(try await world.reset(try await world.requestReset()).status == .seeOther)
        }
    }

    @Test func `one network asks only so often`() async throws {
        try await AccountWorld.with { world in
            let browser = world.stranger()
            for number in 1...11 {
                let answer = try await browser.submit(
                    "/account/request-password-reset/", ["name": "user\(number)"])
                #expect(answer.status == (number <= 10 ? .ok : .tooManyRequests))
            }
        }
    }

    @Test func `second factors outlive the reset`() async throws {
        try await AccountWorld.with { world in
            try await world.signIn()
            _ = try await world.makeRecoveryCodes()
            _ = try await world.addAuthenticator()
            _ = try await world.reset(try await world.requestReset())
            let answer = try await world.signIn("alma", AccountWorld.otherPassword)
            #expect(answer.headers[.location] == "/account/two-factor/")
        }
    }

    @Test func `an intruder's passkey opens the account alone no more after a reset`() async throws
    {
        try await AccountWorld.with { world in
            try await world.signIn()
            _ = try await world.makeRecoveryCodes()
            var key = try await world.addKey(isPasskey: true)
            _ = try await world.reset(try await world.requestReset())
            let thief = world.stranger()
            let refused = try await world.signInWithPasskey(&key, in: thief)
            #expect(refused.status == .forbidden)
            #expect(try await !world.isSignedIn(thief))
            // It stays a second factor, which the mail lists.
            let answer = try await world.signIn("alma", AccountWorld.otherPassword)
            #expect(answer.headers[.location] == "/account/two-factor/")
            let letter = try #require(try await world.letters("password-reset-done").first)
            #expect(letter.text.contains("Second factors: My passkey"))
            #expect(letter.text.contains("Addresses: alma@index.example"))
        }
    }

    @Test(arguments: TestDriver.available)
    func `a link goes to an address of long standing, also where it was removed`(
        _ driver: TestDriver
    ) async throws {
        try await AccountWorld.with(driver: driver) { world in
            world.clock.advance(by: .seconds(31 * 24 * 3600))
            try await world.signIn()
            try await world.addAddress("thief@evil.example")
            try await world.changeAddress("primary", "thief@evil.example")
            for wanted in ["alma", "thief@evil.example"] {
                _ = try await world.requestReset(wanted)
            }
            try await world.changeAddress("remove", "alma@index.example")
            for wanted in ["alma", "alma@index.example"] {
                world.clock.advance(by: .seconds(6 * 3600))
                _ = try await world.requestReset(wanted)
            }
            #expect(
                Set(try await world.letters("password-reset").map(\.recipient)) == [
                    "alma@index.example"
                ])
            // In time the new one is of long standing as well, and the removed one counts no more.
            world.clock.advance(by: .seconds(31 * 24 * 3600))
            _ = try await world.requestReset("alma")
            #expect(
                try await world.letters("password-reset").last?.recipient == "thief@evil.example")
        }
    }

    @Test func `a removed address that is somebody else's by now gets no link`() async throws {
        try await AccountWorld.with { world in
            world.clock.advance(by: .seconds(31 * 24 * 3600))
            try await world.signIn()
            try await world.addAddress("new@index.example")
            try await world.changeAddress("primary", "new@index.example")
            try await world.changeAddress("remove", "alma@index.example")
            try await world.index.addUser(
                name: "bruno", email: "alma@index.example", password: AccountWorld.otherPassword)
            _ = try await world.requestReset("alma")
            #expect(
                try await world.letters("password-reset").map(\.recipient) == [
                    "new@index.example"
                ])
        }
    }

    /// support.md's number 18 and its G6: what an intruder made does not survive.
    @Test func `sessions, known devices, tokens and invitations end with the old password`()
        async throws
    {
        try await AccountWorld.with { world in
            try await world.signIn()
            let token = try await world.index.issueToken(to: "alma", TokenRequest())
            _ = try await world.index.authenticate(.token(token))
            try await world.server.test.publish(
                WheelBuilder(name: "brie", version: "1.0").make())
            let alma = try #require(try await world.index.user(named: "alma"))
            try await world.server.test.database.write { connection in
                try connection.run(
                    """
                    INSERT INTO invitations
                        (uid, project_id, user_id, role, invited_by, created_at, expires_at)
                    SELECT 'i', projects.id, users.id, 'owner', $1, 0, 9000000000000000
                    FROM projects, users WHERE users.name = 'alice'
                    """, alma.id)
                try connection.run(
                    """
                    INSERT INTO role_changes
                        (uid, project_id, user_id, asked_by, created_at, due_at)
                    SELECT 'c', projects.id, users.id, $1, 0, 9000000000000000
                    FROM projects, users WHERE users.name = 'alice'
                    """, alma.id)
            }
            _ = try await world.reset(try await world.requestReset())
            #expect(try await !world.isSignedIn())
            await #expect(throws: Refusal.self) {
                try await world.index.authenticate(.token(token))
            }
            let state = try await world.server.test.database.read { connection in
                try connection.row("SELECT state FROM invitations")?.get("state") ?? ""
            }
            #expect(state == "revoked")
            let change = try await world.server.test.database.read { connection in
                try connection.row("SELECT state FROM role_changes")?.get("state") ?? ""
            }
            #expect(change == "ended")
            #expect(
                try await world.letters("password-reset-done").allSatisfy {
                    $0.text.contains("one API token") && $0.text.contains("one invitation")
                })
            let device = try await world.server.test.database.read { connection in
                try connection.row("SELECT COUNT(*) AS n FROM devices")?.get("n") ?? Int64(-1)
            }
            #expect(device == 0)
        }
    }

    @Test func `the mailed link begins with the site's address, whatever the request says`()
        async throws
    {
        try await AccountWorld.with { world in
            var headers = HTTPFields()
            for (name, value) in [
                ("X-Forwarded-Host", "evil.example"), ("X-Forwarded-Proto", "https"),
                ("Forwarded", "host=evil.example"),
            ] { headers[try #require(HTTPField.Name(name))] = value }
            _ = try await world.stranger().submit(
                "/account/request-password-reset/", ["name": "alma"], headers)
            let letter = try #require(try await world.letters("password-reset").first)
            #expect(!letter.text.contains("evil"))
            #expect(letter.text.contains(world.index.site.base + "/account/reset-password/?token="))
        }
    }

    @Test func `a frozen account is not reset`() async throws {
        try await AccountWorld.with { world in
            let token = try await world.requestReset()
            try await world.index.freezeUser("alma")
            #expect(try await world.reset(token).status == .forbidden)
            world.clock.advance(by: .seconds(24 * 3600))
            try await world.index.requestPasswordReset("alma", from: .local)
            #expect(try await world.letters("password-reset").count == 1)
        }
    }
}

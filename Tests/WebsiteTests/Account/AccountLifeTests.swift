import CheeseboardTesting
import Database
import HTTPTypes
import HummingbirdTesting
import NIOCore
import PackageIndex
import PythonPackaging
import Testing

@Suite struct `The life of an account` {
    private static let open: IndexSettings = {
        var settings = IndexSettings()
        settings.registration = .open
        return settings
    }()

    private func register(
        _ world: AccountWorld, _ changes: [String: String] = [:], in browser: TestBrowser
    ) async throws -> TestResponse {
        let fields = [
            "name": "bruno", "full_name": "Bruno B.", "email": "bruno@index.example",
            "password": AccountWorld.otherPassword,
        ]
        return try await browser.submit("/account/register/", fields.merging(changes) { $1 })
    }

    @Test(arguments: TestDriver.available)
    func `somebody registers, is signed in, and verifies the address`(
        _ driver: TestDriver
    ) async throws {
        try await AccountWorld.with(settings: Self.open, driver: driver) { world in
            let browser = world.stranger()
            let answer = try await register(world, in: browser)
            #expect(answer.headers[.location] == "/manage/account/")
            #expect(try await world.page("/manage/account/", in: browser).contains("not verified"))
            let letter = try #require(try await world.letters("verify-email").first)
            #expect(letter.recipient == "bruno@index.example")
            let html = try await world.page(letter.link, in: browser)
            _ = try await browser.post(
                "/account/verify-email/",
                ["csrf": TestBrowser.mark(in: html), "token": letter.token])
            #expect(
                try await !world.page("/manage/account/", in: browser).contains("not verified"))
        }
    }

    @Test func `a private index makes no accounts for everybody`() async throws {
        try await AccountWorld.with { world in
            #expect(try await world.browser.get("/account/register/").status == .forbidden)
            #expect(try await !world.page("/account/login/").contains("/account/register/"))
            let mark = TestBrowser.mark(in: try await world.page("/account/login/"))
            let answer = try await world.browser.post(
                "/account/register/",
                [
                    "csrf": mark, "name": "bruno", "email": "b@index.example",
                    "password": AccountWorld.otherPassword,
                ])
            #expect(answer.status == .forbidden)
            #expect(try await world.index.user(named: "bruno") == nil)
        }
    }

    @Test func `a taken name is told, a taken address is not`() async throws {
        try await AccountWorld.with(settings: Self.open) { world in
            let taken = try await register(world, ["name": "ALMA"], in: world.stranger())
            #expect(taken.status == .conflict)
            let one = try await register(
                world, ["email": "ALMA@index.example"], in: world.stranger())
            let other = try await register(
                world, ["name": "bruno2", "email": "free@index.example"], in: world.stranger())
            #expect(one.status == .seeOther && one.headers[.location] == other.headers[.location])
            #expect(
                try await world.letters("already-registered").map(\.recipient) == [
                    "ALMA@index.example"
                ])
            // The address opens alma's account as before, not the new one.
            let token = try await world.requestReset("alma@index.example")
            #expect(
                try await world.page(
                    "/account/reset-password/?token=\(token)", in: world.stranger()
                )
                .contains("the account alma"))
        }
    }

    @Test func `a program that fills in what people do not see makes no account`() async throws {
        try await AccountWorld.with(settings: Self.open) { world in
            let answer = try await register(
                world, ["confirm_form": "x"], in: world.stranger())
            #expect(answer.headers[.location] == "/")
            #expect(try await world.index.user(named: "bruno") == nil)
        }
    }

    @Test func `changing the password ends every other session and rotates this one`()
        async throws
    {
        try await AccountWorld.with { world in
            try await world.signIn()
            let other = world.stranger()
            try await world.signIn(in: other)
            let before = world.browser.cookies["cheeseboard_session"]
            let fields = ["new_password": AccountWorld.otherPassword]
            for (old, status) in [("wrong", 403), (AccountWorld.password, 303)] {
                let answer = try await world.browser.submit(
                    "/manage/account/password/", fields.merging(["password": old]) { $1 })
                #expect(answer.status.code == status)
            }
            #expect(try await world.isSignedIn())
            #expect(try await !world.isSignedIn(other))
            #expect(world.browser.cookies["cheeseboard_session"] != before)
            let weak = try await world.browser.submit(
                "/manage/account/password/",
                ["password": AccountWorld.otherPassword, "new_password": "alma alma alma"])
            #expect(weak.status == .badRequest)
        }
    }

    @Test func `a session is ended from elsewhere, one's own only`() async throws {
        try await AccountWorld.with { world in
            try await world.signIn()
            let lost = world.stranger()
            try await world.signIn(in: lost)
            let html = try await world.page("/manage/account/security/")
            let match = try #require(html.firstMatch(of: /sessions\/([0-9a-f-]{36})\/end\//))
            try await world.index.addUser(
                name: "bruno", email: "bruno@index.example", password: AccountWorld.otherPassword)
            let thief = world.stranger()
            try await world.signIn("bruno", AccountWorld.otherPassword, in: thief)
            let path = "/manage/account/sessions/\(match.1)/end/"
            let foreign = try await thief.submit(path, [:], from: "/manage/account/security/")
            #expect(foreign.status == .notFound)
            #expect(try await world.isSignedIn(lost))
            _ = try await world.browser.submit(path, [:], from: "/manage/account/security/")
            #expect(try await !world.isSignedIn(lost))
            #expect(try await world.isSignedIn())
        }
    }

    @Test(arguments: TestDriver.available)
    func `a deleted account is a tombstone for 30 days, then its name alone`(
        _ driver: TestDriver
    ) async throws {
        try await AccountWorld.with(driver: driver) { world in
            try await world.signIn()
            let token = try await world.index.issueToken(to: "alma", TokenRequest())
            for (name, password, status) in [
                ("Alma", AccountWorld.password, 400), ("alma", "wrong", 403),
                ("alma", AccountWorld.password, 303),
            ] {
                let answer = try await world.browser.submit(
                    "/manage/account/delete/", ["name": name, "password": password])
                #expect(answer.status.code == status)
            }
            #expect(try await !world.isSignedIn())
            #expect(try await world.signIn(in: world.stranger()).status == .forbidden)
            await #expect(throws: Refusal.self) {
                try await world.index.authenticate(.token(token))
            }
            await #expect(throws: Refusal.self) {
                try await world.index.authenticate(
                    .password(user: "alma", password: AccountWorld.password))
            }
            world.clock.advance(by: .seconds(31 * 24 * 3600))
            try await world.index.collectGarbage()
            try await world.index.collectGarbage()
            let user = try #require(try await world.index.user(named: "alma"))
            #expect(user.email.isEmpty && user.fullName == nil)
            await #expect(throws: Refusal.self) {
                try await world.index.addUser(
                    name: "ALMA", email: "new@index.example", password: AccountWorld.otherPassword)
            }
        }
    }

    /// support.md's number 17, the pattern of November 2023: an account is taken over, put out of its
    /// projects and deleted within minutes.
    @Test func `a stolen account that is deleted comes back in one step, and the thief stays out`()
        async throws
    {
        try await AccountWorld.with { world in
            try await world.signIn()
            _ = try await world.browser.submit(
                "/manage/account/emails/add/", ["email": "thief@evil.example"],
                from: "/manage/account/emails/")
            _ = try await world.browser.submit(
                "/manage/account/delete/", ["name": "alma", "password": AccountWorld.password])
            let letter = try #require(
                try await world.letters("account-deleted").first {
                    $0.recipient == "alma@index.example"
                })
            let events = try await world.server.test.database.read { connection in
                try connection.rows("SELECT tag FROM events ORDER BY id").map {
                    try $0.get("tag") as String
                }
            }
            #expect(events.contains("account:delete") && events.contains("account:email:add"))
            world.clock.advance(by: .seconds(29 * 24 * 3600))
            try await world.index.collectGarbage()
            let owner = world.stranger()
            let html = try await world.page(letter.link, in: owner)
            let answer = try await owner.post(
                "/account/restore/",
                [
                    "csrf": TestBrowser.mark(in: html), "token": letter.token,
                    "password": AccountWorld.otherPassword,
                ])
            #expect(answer.headers[.location] == "/account/login/")
            #expect(try await world.signIn(in: world.stranger()).status == .forbidden)
            let back = try await world.signIn("alma", AccountWorld.otherPassword, in: owner)
            #expect(back.status == .seeOther)
            #expect(try await owner.get(letter.link).status == .forbidden)
        }
    }

    /// The same number, with the projects: within minutes the thief is an owner of all, has put alma
    /// out of them, and has deleted her account.
    @Test(arguments: TestDriver.available)
    func `who was put out of their projects by a thief of their account is their owner again`(
        _ driver: TestDriver
    ) async throws {
        try await AccountWorld.with(driver: driver) { world in
            let index = world.index
            try await index.addUser(
                name: "mallory", email: "mallory@evil.example",
                password: AccountWorld.otherPassword)
            let names = try ["brie", "comte", "feta", "gouda"].map { try ProjectName($0) }
            let alma = try await requester("alma", world)
            for name in names {
                try await world.server.test.publish(
                    WheelBuilder(name: name.spelling, version: "1.0").make(), by: alma.principal)
            }
            world.clock.advance(by: .seconds(31 * 24 * 3600))
            let week = Duration.seconds(7 * 24 * 3600)
            let mallory = try await requester("mallory", world)
            for name in names {
                let uid = try await index.inviteCollaborator(
                    "mallory", to: name, as: .owner, by: alma)
                try await index.acceptInvitation(uid, by: mallory)
                let outcome = try await index.removeCollaborator("alma", from: name, by: mallory)
                #expect(outcome == .waiting(until: world.clock.now() + week))
            }
            try await world.signIn()
            let deleted = try await world.browser.submit(
                "/manage/account/delete/", ["name": "alma", "password": AccountWorld.password])
            #expect(deleted.status == .seeOther)
            let told = try await world.letters("role-change-asked").map(\.recipient)
            #expect(told.count { $0 == "alma@index.example" } == names.count)
            let letter = try #require(
                try await world.letters("account-deleted").first {
                    $0.recipient == "alma@index.example"
                })
            world.clock.advance(by: week - .seconds(3600))
            let owner = world.stranger()
            let html = try await world.page(letter.link, in: owner)
            _ = try await owner.post(
                "/account/restore/",
                [
                    "csrf": TestBrowser.mark(in: html), "token": letter.token,
                    "password": AccountWorld.otherPassword,
                ])
            let back = try await requester("alma", world)
            for name in names {
                let change = try #require(try await index.roleChanges(in: name, by: back).first)
                try await index.cancelRoleChange(change.uid, in: name, by: back)
                // Whoever became an owner lately goes at once.
                #expect(
                    try await index.removeCollaborator("mallory", from: name, by: back) == .done)
            }
            world.clock.advance(by: week)
            try await index.runDueJobs()
            #expect(
                try await index.ownProjects(of: back).map(\.project.name)
                    == names.map(\.spelling))
            #expect(try await index.ownProjects(of: mallory).isEmpty)
        }
    }

    private func requester(_ name: String, _ world: AccountWorld) async throws -> Requester {
        Requester(Principal(user: try #require(try await world.index.user(named: name))))
    }

    @Test(arguments: TestDriver.available)
    func `what a thief added before deleting the account goes, and what they removed is back`(
        _ driver: TestDriver
    ) async throws {
        try await AccountWorld.with(driver: driver) { world in
            world.clock.advance(by: .seconds(31 * 24 * 3600))
            try await world.signIn()
            _ = try await world.makeRecoveryCodes()
            _ = try await world.addAuthenticator()
            try await world.addAddress("thief@evil.example")
            try await world.changeAddress("primary", "thief@evil.example")
            try await world.changeAddress("remove", "alma@index.example")
            _ = try await world.browser.submit(
                "/manage/account/delete/", ["name": "alma", "password": AccountWorld.password])
            let letter = try #require(
                try await world.letters("account-deleted").first {
                    $0.recipient == "alma@index.example"
                })
            let owner = world.stranger()
            let html = try await world.page(letter.link, in: owner)
            _ = try await owner.post(
                "/account/restore/",
                [
                    "csrf": TestBrowser.mark(in: html), "token": letter.token,
                    "password": AccountWorld.otherPassword,
                ])
            let alma = try #require(try await world.index.user(named: "alma"))
            #expect(alma.email == "alma@index.example")
            #expect(
                try await world.index.emails(of: alma).map(\.address) == ["alma@index.example"])
            #expect(
                try await world.letters("account-restored").map(\.recipient) == [
                    "alma@index.example"
                ])
            let back = try await world.signIn("alma", AccountWorld.otherPassword, in: owner)
            #expect(back.headers[.location] == "/")
        }
    }

    @Test func `whoever is the only owner or administrator cannot be gone`() async throws {
        try await AccountWorld.with { world in
            try await world.signIn()
            let user = try #require(try await world.index.user(named: "alma"))
            try await world.server.test.publish(
                WheelBuilder(name: "brie", version: "1.0").make(), by: Principal(user: user))
            let fields = ["name": "alma", "password": AccountWorld.password]
            let refused = try await world.browser.submit("/manage/account/delete/", fields)
            #expect(refused.status == .conflict)
            #expect(String(buffer: refused.body).contains("brie"))
            try await world.index.deleteProject(ProjectName("brie"), by: .machineOwner)
            #expect(
                try await world.browser.submit("/manage/account/delete/", fields).status
                    == .seeOther)
        }
    }

    @Test func `a frozen account is told, and its sign-ins and sessions end`() async throws {
        try await AccountWorld.with { world in
            try await world.signIn()
            try await world.index.freezeUser("alma", reason: "a false alarm")
            #expect(try await !world.isSignedIn())
            let answer = try await world.signIn(in: world.stranger())
            #expect(answer.status == .forbidden)
            #expect(String(buffer: answer.body).contains("frozen"))
            #expect(
                try await world.letters("account-frozen").allSatisfy {
                    $0.text.contains("a false alarm")
                })
            try await world.index.unfreezeUser("alma")
            #expect(try await world.signIn(in: world.stranger()).status == .seeOther)
        }
    }

    @Test func `the history tells what happened and from where`() async throws {
        try await AccountWorld.with { world in
            _ = try await world.signIn("alma", "wrong")
            try await world.signIn()
            let html = try await world.page("/manage/account/security/")
            for words in ["Signed in", "A sign-in with a wrong password", "A browser became known"]
            {
                #expect(html.contains(words), "\(words)")
            }
            #expect(!html.contains(">Older<"))
        }
    }

    @Test func `the history has words for every tag, goes on, and tells of others no address`()
        async throws
    {
        try await AccountWorld.with { world in
            try await world.signIn()
            let alma = try #require(try await world.index.user(named: "alma"))
            let now = world.clock.now().microseconds
            try await world.server.test.database.write { connection in
                for tag in EventTag.allCases + EventTag.allCases {
                    try connection.run(
                        """
                        INSERT INTO events (user_id, tag, actor, detail, client_address, at)
                        VALUES ($1, $2, 'bruno', '{}', '192.0.2.77', $3)
                        """, alma.id, tag.rawValue, now)
                }
            }
            let path = "/manage/account/security/"
            let newest = try await world.page(path)
            let step = try #require(newest.firstMatch(of: /href="(\?before=[0-9]+)">Older/)?.1)
            let oldest = try await world.page(path + String(step))
            #expect(newest.contains("A token was made") && newest.contains("Person invited"))
            for tag in EventTag.allCases { #expect(!newest.contains(tag.rawValue), "\(tag)") }
            #expect(newest.contains("(by bruno)") && !newest.contains("192.0.2.77"))
            #expect(oldest.contains("Signed in") && !oldest.contains(">Older<"))
        }
    }
}

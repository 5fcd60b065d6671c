import CheeseboardTesting
import Database
import HTTPTypes
import PackageIndex
import PythonPackaging
import Testing

@Suite struct `The projects of an account that is deleted` {
    @Test(arguments: TestDriver.available)
    func `do not name it among their people until it is back`(
        _ driver: TestDriver
    ) async throws {
        try await AccountWorld.with(driver: driver) { world in
            let test = world.server.test
            try await test.publish(WheelBuilder(name: "brie", version: "1.0").make())
            try await test.database.write { connection in
                try connection.run(
                    """
                    INSERT INTO roles (project_id, user_id, role, created_at)
                    SELECT 1, id, 'owner', 0 FROM users WHERE name = 'alma'
                    """)
            }
            try await Self.expectOwners(["alice", "alma"], in: world)
            let before = try await world.index.lastSerial()
            try await world.signIn()
            _ = try await world.browser.submit(
                "/manage/account/delete/", ["name": "alma", "password": AccountWorld.password])
            try await Self.expectOwners(["alice"], in: world)
            let letter = try #require(try await world.letters("account-deleted").first)
            let browser = world.stranger()
            let html = try await world.page(letter.link, in: browser)
            _ = try await browser.post(
                "/account/restore/",
                [
                    "csrf": TestBrowser.mark(in: html), "token": letter.token,
                    "password": AccountWorld.otherPassword,
                ])
            try await Self.expectOwners(["alice", "alma"], in: world)
            // Whoever keeps pages hears of both.
            let told = try await world.index.journal(after: before, limit: 10)
            #expect(
                told.map(\.detail) == [
                    "remove Owner alma with the account", "add Owner alma with the account",
                ])
            #expect(told.allSatisfy { $0.action == .changeRole && $0.project == "brie" })
            #expect(told.map(\.actor) == ["alma", "alma"])
        }
    }

    /// Every place that names the owners of brie.
    private static func expectOwners(_ owners: [String], in world: AccountWorld) async throws {
        let (index, brie) = (world.index, try ProjectName("brie"))
        let overview = try await index.projectOverview("brie", version: nil, for: nil)
        #expect(overview?.members.map(\.user) == owners)
        #expect(try await index.people(of: "brie", for: nil).map(\.user) == owners)
        let release = try await index.releaseDetail(
            of: "brie", version: try Version("1.0"), for: nil)
        #expect(release?.roles.map(\.user) == owners)
        let collaborators = try await index.collaborators(of: brie, by: .machineOwner)
        #expect(collaborators.map(\.user) == owners)
        let own = try await index.ownProjects(of: world.server.test.requester)
        #expect(own.first?.ownerCount == owners.count)
    }

    @Test func `are told of by no user where a command brings it back`() async throws {
        try await AccountWorld.with { world in
            let test = world.server.test
            try await test.publish(WheelBuilder(name: "brie", version: "1.0").make())
            try await test.database.write { connection in
                try connection.run(
                    """
                    INSERT INTO roles (project_id, user_id, role, created_at)
                    SELECT 1, id, 'owner', 0 FROM users WHERE name = 'alma'
                    """)
                try connection.run(
                    "UPDATE users SET deleted_at = $1 WHERE name = 'alma'",
                    test.clock.now().microseconds)
            }
            let serial = try await world.index.lastSerial()
            try await world.index.restoreUser("alma", password: AccountWorld.otherPassword)
            let entries = try await world.index.journal(after: serial, limit: 10)
            #expect(entries.map(\.detail) == ["add Owner alma with the account"])
            #expect(entries.map(\.actor) == [nil])
        }
    }

    @Test(arguments: TestDriver.available)
    func `hear of it once each, also where it is only named as publisher`(
        _ driver: TestDriver
    ) async throws {
        try await AccountWorld.with(driver: driver) { world in
            let test = world.server.test
            let alma = try #require(try await world.index.user(named: "alma"))
            for name in ["brie", "feta", "gouda"] {
                try await test.publish(
                    WheelBuilder(name: name, version: "1.0").make(), by: Principal(user: alma))
            }
            try await test.publish(WheelBuilder(name: "comte", version: "1.0").make())
            try await test.database.write { connection in
                try connection.run("DELETE FROM roles WHERE user_id = $1", alma.id)
                try connection.run(
                    """
                    INSERT INTO roles (project_id, user_id, role, created_at)
                    SELECT id, $1, 'maintainer', 0 FROM projects WHERE name = 'brie'
                    """, alma.id)
            }
            try await world.index.runDueJobs()
            let start = try await world.index.changePosition()
            func marks() async throws -> [String] {
                try await test.database.read { connection in
                    try connection.rows(
                        "SELECT project FROM page_changes WHERE serial > $1 ORDER BY serial",
                        start.outcome
                    ).map { try $0.get("project") }
                }
            }
            try await world.signIn()
            _ = try await world.browser.submit(
                "/manage/account/delete/", ["name": "alma", "password": AccountWorld.password])
            #expect(try await marks() == ["feta", "gouda"])
            let letter = try #require(try await world.letters("account-deleted").first)
            let browser = world.stranger()
            let html = try await world.page(letter.link, in: browser)
            _ = try await browser.post(
                "/account/restore/",
                [
                    "csrf": TestBrowser.mark(in: html), "token": letter.token,
                    "password": AccountWorld.otherPassword,
                ])
            #expect(try await marks() == ["feta", "gouda", "feta", "gouda"])
            let end = try await world.index.changePosition()
            #expect(end.outcome == start.outcome + 4)
            // Brie's own is in the journal.
            let told = try await world.index.journal(after: start.serial, limit: 10)
            #expect(told.map(\.project) == ["brie", "brie"])
        }
    }

    @Test func `count a frozen owner among those who cannot look after them`() async throws {
        try await TestIndex.with { test in
            try await test.publish(WheelBuilder(name: "brie", version: "1.0").make())
            try await test.addUser("fritz")
            try await test.database.write { connection in
                try connection.run(
                    """
                    INSERT INTO roles (project_id, user_id, role, created_at)
                    SELECT 1, id, 'owner', 0 FROM users WHERE name = 'fritz'
                    """)
            }
            try await test.index.freezeUser("fritz")
            let own = try await test.index.ownProjects(of: test.requester).first
            #expect(own?.ownerCount == 1)
        }
    }
}

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
            let brie = try ProjectName("brie")
            try await test.publish(WheelBuilder(name: "brie", version: "1.0").make())
            try await test.database.write { connection in
                try connection.run(
                    """
                    INSERT INTO roles (project_id, user_id, role, created_at)
                    SELECT 1, id, 'owner', 0 FROM users WHERE name = 'alma'
                    """)
            }
            func expectOwners(_ owners: [String]) async throws {
                let overview = try await world.index.projectOverview("brie", version: nil, for: nil)
                #expect(overview?.members.map(\.user) == owners)
                #expect(try await world.index.people(of: "brie", for: nil).map(\.user) == owners)
                let release = try await world.index.releaseDetail(
                    of: "brie", version: try Version("1.0"), for: nil)
                #expect(release?.roles.map(\.user) == owners)
                let collaborators = try await world.index.collaborators(of: brie, by: .machineOwner)
                #expect(collaborators.map(\.user) == owners)
                let own = try await world.index.ownProjects(of: test.requester).first
                #expect(own?.ownerCount == owners.count)
            }
            try await expectOwners(["alice", "alma"])
            let before = try await world.index.lastSerial()
            try await world.signIn()
            _ = try await world.browser.submit(
                "/manage/account/delete/", ["name": "alma", "password": AccountWorld.password])
            try await expectOwners(["alice"])
            let letter = try #require(try await world.letters("account-deleted").first)
            let browser = world.stranger()
            let html = try await world.page(letter.link, in: browser)
            _ = try await browser.post(
                "/account/restore/",
                [
                    "csrf": TestBrowser.mark(in: html), "token": letter.token,
                    "password": AccountWorld.otherPassword,
                ])
            try await expectOwners(["alice", "alma"])
            // Whoever keeps pages hears of both.
            let told = try await world.index.journal(after: before, limit: 10)
            #expect(
                told.map(\.detail) == [
                    "remove Owner alma with the account", "add Owner alma with the account",
                ])
            #expect(told.allSatisfy { $0.action == .changeRole && $0.project == "brie" })
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

import CheeseboardTesting
import Database
import HTTPTypes
import HummingbirdTesting
import NIOCore
import PackageIndex
import Testing

@Suite struct `Accounts that a command brings back` {
    @Test(arguments: TestDriver.available)
    func `an account without a verified address is told who can bring it back, and a command does`(
        _ driver: TestDriver
    ) async throws {
        try await AccountWorld.with(driver: driver) { world in
            let path = "/manage/account/delete/"
            let fields = ["name": "alma", "password": AccountWorld.password]
            let restore = { (password: String) async throws -> RefusalCode? in
                do {
                    try await world.index.restoreUser("Alma", password: password)
                    return nil
                } catch let refusal as Refusal {
                    return refusal.code
                }
            }
            try await world.signIn()
            #expect(try await world.page(path).contains("<li class=\"break\">alma@index.example"))
            #expect(try await restore(AccountWorld.otherPassword) == .userUnknown)
            try await world.verify(false)
            #expect(try await world.page(path).contains("No address of the account is verified"))
            _ = try await world.browser.submit(path, fields)
            #expect(try await world.page("/").contains("those who run the site can bring it back"))
            #expect(try await world.letters("account-deleted").isEmpty)
            #expect(try await restore("alma alma alma") == .passwordUnfit)
            #expect(try await restore(AccountWorld.otherPassword) == nil)
            #expect(try await world.signIn(in: world.stranger()).status == .forbidden)
            let back = try await world.signIn("alma", AccountWorld.otherPassword)
            #expect(back.status == .seeOther)
        }
    }

    @Test func `an account is told of the link that goes to an address that was removed`()
        async throws
    {
        try await AccountWorld.with { world in
            let path = "/manage/account/delete/"
            try await world.signIn()
            try await world.verify(false)
            let now = world.clock.now().microseconds
            try await world.server.test.database.write { connection in
                _ = try connection.run(
                    """
                    INSERT INTO emails (user_id, address, normalized_address, is_verified,
                        created_at, verified_at, removed_at)
                    SELECT id, 'old@index.example', 'old@index.example', 1, 0, 0, $1 FROM users
                    WHERE name = 'alma'
                    """, now)
            }
            let page = try await world.page(path)
            #expect(page.contains("<li class=\"break\">old@index.example"))
            #expect(!page.contains("No address of the account is verified"))
            _ = try await world.browser.submit(
                path, ["name": "alma", "password": AccountWorld.password])
            #expect(try await !world.page("/").contains("those who run the site can bring it back"))
            #expect(
                try await world.letters("account-deleted").map(\.recipient)
                    == ["old@index.example"])
        }
    }

    @Test func `a command brings an account back for 30 days, and its mailed link is void then`()
        async throws
    {
        try await AccountWorld.with { world in
            let fields = ["name": "alma", "password": AccountWorld.password]
            try await world.signIn()
            _ = try await world.browser.submit("/manage/account/delete/", fields)
            let letter = try #require(try await world.letters("account-deleted").first)
            try await world.index.restoreUser("alma", password: AccountWorld.password)
            #expect(try await world.stranger().get(letter.link).status == .forbidden)
            let told = try await world.letters("account-restored")
            #expect(told.count == 1)
            #expect(told.allSatisfy { $0.text.contains("By: those who run the site") })
            try await world.signIn()
            _ = try await world.browser.submit("/manage/account/delete/", fields)
            world.clock.advance(by: .seconds(31 * 24 * 3600))
            await #expect(throws: Refusal.self) {
                try await world.index.restoreUser("alma", password: AccountWorld.password)
            }
        }
    }
}

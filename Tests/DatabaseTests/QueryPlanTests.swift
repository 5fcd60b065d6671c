import CheeseboardTesting
import Database
import Testing

@Suite struct `Query plans` {
    static let schema = [
        Migration(
            "1",
            "CREATE TABLE pages (id {{id}}, name TEXT); CREATE INDEX pages_name ON pages (name)")
    ]

    @Test(arguments: TestDriver.available)
    func `tell the index that a query uses`(_ driver: TestDriver) async throws {
        try await driver.withFresh(Self.schema) { database in
            let plan = try await database.read {
                try $0.queryPlan("SELECT id FROM pages WHERE name = $1", "brie")
            }
            #expect(plan.contains("pages_name"))
        }
    }

    @Test func `rows that several workers take are skipped only where several can write`() {
        #expect(SQLDialect.sqlite.skippingLockedRows == "")
        #expect(SQLDialect.postgres.skippingLockedRows == "FOR UPDATE SKIP LOCKED")
    }
}

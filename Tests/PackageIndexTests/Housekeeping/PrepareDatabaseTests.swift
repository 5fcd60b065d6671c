import CheeseboardTesting
import Database
import PackageIndex
import Testing

@Suite struct `Preparing a database` {
    private static let next =
        Schema.migrations + [
            Migration("9999-note", "ALTER TABLE users ADD COLUMN note TEXT;")
        ]

    @Test(arguments: TestDriver.available)
    func `an empty one gets its tables, an older one goes forward only when told, after a dump`(
        _ driver: TestDriver
    ) async throws {
        let folder = try TemporaryFolder()
        let clock = FixedClock()
        try await driver.withFresh([]) { database in
            func prepare(_ migrations: [Migration], migrates: Bool) async throws {
                try await Index.prepare(
                    database, dumpingTo: folder.path, migrates: migrates, to: migrations,
                    clock: clock)
            }
            try await prepare(Schema.migrations, migrates: false)
            try await prepare(Schema.migrations, migrates: false)
            #expect(try await database.appliedMigrations() == Schema.migrations.map(\.name))
            let error = try await #require(throws: SchemaTooOld.self) {
                try await prepare(Self.next, migrates: false)
            }
            #expect("\(error)".contains("9999-note"))
            #expect(try await database.appliedMigrations() == Schema.migrations.map(\.name))
            #expect(try folder.files(in: "") == [])
            try await prepare(Self.next, migrates: true)
            #expect(try await database.appliedMigrations() == Self.next.map(\.name))
            #expect(
                try folder.files(in: "") == ["before-9999-note-\(clock.now().seconds).jsonl"])
            try await prepare(Self.next, migrates: false)
        }
    }
}

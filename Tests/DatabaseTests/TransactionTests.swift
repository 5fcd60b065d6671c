import CheeseboardTesting
import Database
import Testing

@Suite struct `One transaction` {
    static let schema = [
        Migration(
            "1",
            """
            CREATE TABLE owners (name TEXT NOT NULL PRIMARY KEY, uses BIGINT NOT NULL DEFAULT 0);
            CREATE TABLE things (id {{id}}, owner TEXT NOT NULL REFERENCES owners (name));
            """)
    ]

    struct Refused: Error {}

    @Test(arguments: TestDriver.available)
    func `an error rolls all of it back`(_ driver: TestDriver) async throws {
        try await driver.withFresh(Self.schema) { database in
            await #expect(throws: Refused.self) {
                try await database.write { connection in
                    try connection.run("INSERT INTO owners (name) VALUES ($1)", "ann")
                    throw Refused()
                }
            }
            let owners = try await Self.owners(database)
            #expect(owners == [])
        }
    }

    @Test(arguments: TestDriver.available)
    func `a statement that failed spoils the rest even when the error is swallowed`(
        _ driver: TestDriver
    ) async throws {
        try await driver.withFresh(Self.schema) { database in
            let error = await #expect(throws: DatabaseError.self) {
                try await database.write { connection in
                    try connection.run("INSERT INTO owners (name) VALUES ($1)", "ann")
                    _ = try? connection.run("INSERT INTO owners (name) VALUES ($1)", "ann")
                    _ = try? connection.run("INSERT INTO owners (name) VALUES ($1)", "bob")
                }
            }
            #expect(error?.kind == .uniqueViolation)
            let owners = try await Self.owners(database)
            #expect(owners == [])
        }
    }

    @Test(arguments: TestDriver.available)
    func `run counts the rows that it changed`(_ driver: TestDriver) async throws {
        try await driver.withFresh(Self.schema) { database in
            let counts = try await database.write { connection in
                [
                    try connection.run("INSERT INTO owners (name) VALUES ($1), ($2)", "a", "b"),
                    try connection.run("UPDATE owners SET uses = 1 WHERE name = $1", "none"),
                    try connection.run("UPDATE owners SET uses = 1"),
                    try connection.run("SELECT name FROM owners"),
                    try connection.run(
                        "INSERT INTO owners (name) VALUES ($1) ON CONFLICT DO NOTHING", "a"),
                    try connection.run("DELETE FROM owners WHERE name = $1 RETURNING name", "a"),
                    try connection.run("CREATE TABLE more (x BIGINT)"),
                ]
            }
            #expect(counts == [2, 0, 2, 0, 0, 1, 0])
        }
    }

    @Test(arguments: TestDriver.available)
    func `RETURNING and ON CONFLICT work as in both manuals`(_ driver: TestDriver) async throws {
        try await driver.withFresh(Self.schema) { database in
            let uses = try await database.write { connection in
                try (0..<3).map { _ in
                    let row = try connection.row(
                        """
                        INSERT INTO owners (name, uses) VALUES ($1, 1)
                        ON CONFLICT (name) DO UPDATE SET uses = owners.uses + 1 RETURNING uses
                        """, "ann")
                    return try row?.get("uses") as Int?
                }
            }
            #expect(uses == [1, 2, 3])
            let ids = try await database.write { connection in
                try (0..<3).map { _ in
                    let row = try connection.row(
                        "INSERT INTO things (owner) VALUES ($1) RETURNING id", "ann")
                    return try row?.get("id") as Int64?
                }
            }
            #expect(ids == [1, 2, 3])
            #expect(try await Self.owners(database) == ["ann"])
        }
    }

    @Test(arguments: TestDriver.available)
    func `a number once given is not given again`(_ driver: TestDriver) async throws {
        try await driver.withFresh(Self.schema) { database in
            let id: Int64? = try await database.write { connection in
                try connection.run("INSERT INTO owners (name) VALUES ($1)", "ann")
                try connection.run("INSERT INTO things (owner) VALUES ($1), ($1)", "ann")
                try connection.run("DELETE FROM things")
                return try connection.row(
                    "INSERT INTO things (owner) VALUES ($1) RETURNING id", "ann")?.get("id")
            }
            #expect(id == 3)
        }
    }

    @Test(arguments: TestDriver.available)
    func `a read cannot write`(_ driver: TestDriver) async throws {
        try await driver.withFresh(Self.schema) { database in
            await #expect(throws: DatabaseError.self) {
                try await database.read {
                    try $0.run("INSERT INTO owners (name) VALUES ($1)", "ann")
                }
            }
            let owners = try await Self.owners(database)
            #expect(owners == [])
        }
    }

    @Test(arguments: TestDriver.available)
    func `no statement runs while the rows of another are read`(
        _ driver: TestDriver
    ) async throws {
        try await driver.withFresh(Self.schema) { database in
            let error = await #expect(throws: DatabaseError.self) {
                try await database.write { connection in
                    try connection.run("INSERT INTO owners (name) VALUES ($1)", "ann")
                    try connection.forEachRow("SELECT name FROM owners", arguments: []) { _ in
                        try connection.run("UPDATE owners SET uses = 1")
                    }
                }
            }
            #expect(error?.message.contains("while the rows of another") == true)
            let owners = try await Self.owners(database)
            #expect(owners == [])
        }
    }

    @Test(arguments: TestDriver.available)
    func `rows of an INSERT without RETURNING are none`(_ driver: TestDriver) async throws {
        try await driver.withFresh(Self.schema) { database in
            let rows = try await database.write {
                try $0.rows("INSERT INTO owners (name) VALUES ($1)", "ann")
            }
            #expect(rows.isEmpty)
            #expect(try await Self.owners(database) == ["ann"])
        }
    }

    @Test(arguments: TestDriver.available)
    func `a closed database refuses and may be closed twice`(_ driver: TestDriver) async throws {
        let database = try await driver.fresh(Self.schema)
        await database.close()
        await database.close()
        let reading = await #expect(throws: DatabaseError.self) {
            try await database.read { try $0.rows("SELECT 1 AS one") }
        }
        let writing = await #expect(throws: DatabaseError.self) {
            try await database.write { try $0.rows("SELECT 1 AS one") }
        }
        #expect(reading?.kind == .unavailable)
        #expect(writing?.kind == .unavailable)
    }

    @Test func `SQLite in memory is like SQLite in a file`() async throws {
        let database = try SQLiteDriver.inMemory()
        try await database.migrate(Self.schema)
        try await database.write { try $0.run("INSERT INTO owners (name) VALUES ($1)", "ann") }
        #expect(try await Self.owners(database) == ["ann"])
        await #expect(throws: DatabaseError.self) {
            try await database.read { try $0.run("DELETE FROM owners") }
        }
        await database.close()
    }

    static func owners(_ database: any DatabaseDriver) async throws -> [String] {
        try await database.read { connection in
            try connection.rows("SELECT name FROM owners ORDER BY name").map { try $0.get("name") }
        }
    }
}

import CheeseboardTesting
import Database
import Testing

@Suite struct `Errors of the database` {
    static let schema = [
        Migration(
            "1",
            """
            CREATE TABLE owners (name TEXT NOT NULL PRIMARY KEY, email TEXT UNIQUE);
            CREATE TABLE things (id {{id}}, owner TEXT NOT NULL REFERENCES owners (name));
            INSERT INTO owners (name, email) VALUES ('ann', 'ann@index.example');
            INSERT INTO things (owner) VALUES ('ann');
            """)
    ]

    struct Case: Sendable, CustomStringConvertible {
        let sql: String
        let kind: DatabaseError.Kind
        let sqlite: String
        let postgres: String
        var description: String { sql }
    }

    static let cases = [
        Case(
            sql: "INSERT INTO owners (name) VALUES ('ann')", kind: .uniqueViolation,
            sqlite: "1555", postgres: "23505"),
        Case(
            sql: "INSERT INTO owners (name, email) VALUES ('bob', 'ann@index.example')",
            kind: .uniqueViolation, sqlite: "2067", postgres: "23505"),
        Case(
            sql: "INSERT INTO things (owner) VALUES ('eve')", kind: .foreignKeyViolation,
            sqlite: "787", postgres: "23503"),
        Case(
            sql: "DELETE FROM owners WHERE name = 'ann'", kind: .foreignKeyViolation,
            sqlite: "787", postgres: "23503"),
        Case(
            sql: "INSERT INTO things (owner) VALUES (NULL)", kind: .other, sqlite: "1299",
            postgres: "23502"),
        Case(sql: "SELECT * FROM nowhere", kind: .other, sqlite: "1", postgres: "42P01"),
        Case(sql: "SELEC 1", kind: .other, sqlite: "1", postgres: "42601"),
    ]

    @Test(arguments: TestDriver.available, cases)
    func `each has its kind, its code and its statement`(
        _ driver: TestDriver, _ given: Case
    ) async throws {
        try await driver.withFresh(Self.schema) { database in
            let error = await #expect(throws: DatabaseError.self) {
                try await database.write { try $0.run(given.sql) }
            }
            #expect(error?.kind == given.kind)
            #expect(error?.code == (driver == .sqlite ? given.sqlite : given.postgres))
            #expect(error?.sql == given.sql)
        }
    }

    @Test(arguments: TestDriver.available)
    func `no parameter shows in the text`(_ driver: TestDriver) async throws {
        try await driver.withFresh(Self.schema) { database in
            let error = await #expect(throws: DatabaseError.self) {
                try await database.write {
                    try $0.run(
                        "INSERT INTO owners (name, email) VALUES ($1, $2)", "bob",
                        "ann@index.example")
                }
            }
            let text = "\(try #require(error))"
            #expect(text.contains("INSERT INTO owners (name, email) VALUES ($1, $2)"))
            #expect(!text.contains("ann@index.example"))
        }
    }

    @Test func `a long statement is cut in the text`() {
        let error = DatabaseError(
            .other, "bad", code: "1", sql: String(repeating: "x", count: 1000))
        #expect("\(error)" == "bad (1) in: " + String(repeating: "x", count: 300) + "…")
        #expect("\(DatabaseError(.busy, "later"))" == "later")
    }

    @Test(arguments: TestDriver.available)
    func `an error in the middle of the rows arrives`(_ driver: TestDriver) async throws {
        let failing =
            switch driver {
            // abs() of the smallest integer overflows; division by zero is NULL here.
            case .sqlite:
                "SELECT abs(CASE WHEN i = 900 THEN -9223372036854775807 - 1 ELSE i END) AS x"
            case .postgres: "SELECT 1 / (900 - i) AS x"
            }
        try await driver.withFresh { database in
            let error = await #expect(throws: DatabaseError.self) {
                try await database.read { connection in
                    try connection.forEachRow(
                        """
                        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)
                        \(failing) FROM n
                        """, arguments: []
                    ) { _ in }
                }
            }
            #expect(error?.kind == .other)
            let row = try await database.read { try $0.row("SELECT 1 AS one") }
            #expect(row != nil)
        }
    }
}

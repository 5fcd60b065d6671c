import CheeseboardTesting
import Database
import Dispatch
import Foundation
import Synchronization
import Testing

/// What only PostgreSQL does, on a server of the environment's.
@Suite(.enabled(if: TestDriver.postgresURL != nil))
struct `PostgreSQL alone` {
    static let counter = [
        Migration(
            "1",
            """
            CREATE TABLE counters (name TEXT NOT NULL PRIMARY KEY, value BIGINT NOT NULL);
            INSERT INTO counters (name, value) VALUES ('a', 0), ('b', 0);
            """)
    ]

    @Test func `an idle connection that died costs nothing`() async throws {
        try await TestDriver.postgres.withFresh(Self.counter, connections: 1) { database in
            let pid = try await Self.processID(database)
            try await Self.terminate(pid, at: database)
            let runs = Mutex(0)
            try await database.write { connection in
                runs.withLock { $0 += 1 }
                try connection.run("UPDATE counters SET value = value + 1")
            }
            #expect(runs.withLock(\.self) == 1)
            let newPID = try await Self.processID(database)
            #expect(newPID != pid)
        }
    }

    @Test func `a connection lost in a transaction fails it and is replaced`() async throws {
        try await TestDriver.postgres.withFresh(Self.counter, connections: 1) { database in
            let error = await #expect(throws: DatabaseError.self) {
                try await database.write { connection in
                    try connection.run("UPDATE counters SET value = 1")
                    _ = try connection.rows("SELECT pg_terminate_backend(pg_backend_pid()) AS gone")
                }
            }
            #expect(error?.kind == .unavailable)
            let row = try await database.read {
                try $0.row("SELECT sum(value) AS total FROM counters")
            }
            #expect(try row?.get("total") == 0)
        }
    }

    @Test func `a connection lost before COMMIT says that nobody knows`() async throws {
        try await TestDriver.postgres.withFresh(Self.counter, connections: 1) { database in
            let killer = try await database.another()
            let (waiting, wait) = AsyncStream<Int>.makeStream()
            let release = DispatchSemaphore(value: 0)
            let task = Task {
                try await database.write { connection in
                    let row = try connection.row("SELECT pg_backend_pid() AS pid")
                    wait.yield(try #require(try row?.get("pid")))
                    release.wait()
                }
            }
            for await pid in waiting {
                try await Self.terminate(pid, at: killer)
                break
            }
            release.signal()
            let error = await #expect(throws: DatabaseError.self) { try await task.value }
            #expect(error?.kind == .unavailable)
            #expect(error?.message.contains("may have been stored or not") == true)
            await killer.close()
        }
    }

    @Test func `a serialization failure runs the closure again`() async throws {
        try await TestDriver.postgres.withFresh(Self.counter) { database in
            let runs = Mutex(0)
            try await database.write { connection in
                try connection.run("UPDATE counters SET value = value + 1 WHERE name = $1", "a")
                if runs.withLock({
                    $0 += 1; return $0 < 3
                }) {
                    try connection.runScript(
                        "DO $$ BEGIN RAISE EXCEPTION 'conflict' USING ERRCODE = '40001'; END $$")
                }
            }
            #expect(runs.withLock(\.self) == 3)
            let value = try await Self.value("a", database)
            #expect(value == 1)
        }
    }

    @Test func `an endless conflict is given up as busy`() async throws {
        try await TestDriver.postgres.withFresh { database in
            let runs = Mutex(0)
            let error = await #expect(throws: DatabaseError.self) {
                try await database.write { connection in
                    runs.withLock { $0 += 1 }
                    try connection.runScript(
                        "DO $$ BEGIN RAISE EXCEPTION 'conflict' USING ERRCODE = '40001'; END $$")
                }
            }
            #expect(error?.kind == .busy)
            #expect(runs.withLock(\.self) == 12)
        }
    }

    @Test func `of two that lock each other out both get through`() async throws {
        try await TestDriver.postgres.withFresh(Self.counter) { database in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for names in [["a", "b"], ["b", "a"]] {
                    group.addTask {
                        try await database.write { connection in
                            for name in names {
                                try connection.run(
                                    "UPDATE counters SET value = value + 1 WHERE name = $1", name)
                                _ = try connection.rows("SELECT pg_sleep(0.2) AS pause")
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
            let values = try await [Self.value("a", database), Self.value("b", database)]
            #expect(values == [2, 2])
        }
    }

    @Test func `a table that another process changed is read as it is now`() async throws {
        try await TestDriver.postgres.withFresh(Self.counter, connections: 1) { database in
            let query = "SELECT * FROM counters WHERE name = $1"
            _ = try await database.read { try $0.row(query, "a") }
            let other = try await database.another()
            try await other.write {
                try $0.runScript("ALTER TABLE counters ADD COLUMN note TEXT DEFAULT 'new'")
            }
            let row = try await database.read { try $0.row(query, "a") }
            #expect(try row?.get("note") == "new")
            await other.close()
        }
    }

    @Test func `more statements than are kept prepared`() async throws {
        try await TestDriver.postgres.withFresh(connections: 1) { database in
            for round in 0..<2 {
                try await database.read { connection in
                    for number in 0..<300 {
                        let row = try connection.row("SELECT \(number) + $1 AS sum", round)
                        #expect(try row?.get("sum") == number + round)
                    }
                }
            }
            let kept = try await database.read {
                try $0.row("SELECT count(*) AS n FROM pg_prepared_statements")
            }
            #expect(try row(kept) == 256)
        }
    }

    private func row(_ row: SQLRow?) throws -> Int? { try row?.get("n") }

    @Test func `a statement that takes too long is stopped`() async throws {
        let url = try #require(TestDriver.postgresURL)
        let database = try await PostgresDriver(
            url: url, connections: 1, statementTimeout: .milliseconds(300))
        let error = await #expect(throws: DatabaseError.self) {
            try await database.read { try $0.rows("SELECT pg_sleep(60) AS pause") }
        }
        #expect(error?.kind == .busy)
        #expect(error?.code == "57014")
        await database.close()
    }

    @Test func `COPY is refused and does not hang`() async throws {
        try await TestDriver.postgres.withFresh(Self.counter, connections: 1) { database in
            for statement in ["COPY counters TO STDOUT", "COPY counters FROM STDIN"] {
                let error = await #expect(throws: DatabaseError.self) {
                    try await database.write { try $0.runScript(statement) }
                }
                #expect(error?.message == "COPY is not supported")
                await #expect(throws: DatabaseError.self) {
                    try await database.write { try $0.rows(statement) }
                }
            }
            let value = try await Self.value("a", database)
            #expect(value == 0)
        }
    }

    @Test func `a transaction ended by hand is noticed`() async throws {
        try await TestDriver.postgres.withFresh(Self.counter, connections: 1) { database in
            await #expect(throws: DatabaseError.self) {
                try await database.write { connection in
                    try connection.runScript("ROLLBACK; BEGIN; SELECT 1/0")
                }
            }
            let value = try await Self.value("a", database)
            #expect(value == 0)
        }
    }

    @Test func `closing refuses those who wait`() async throws {
        let database = try await TestDriver.postgres.fresh(Self.counter, connections: 1)
        let (began, beginning) = AsyncStream<Void>.makeStream()
        let release = DispatchSemaphore(value: 0)
        async let first: Void = database.write { _ in
            beginning.yield()
            release.wait()
        }
        for await _ in began { break }
        let second = Task { try await database.write { _ in } }
        async let closed: Void = database.close()
        await #expect(throws: DatabaseError.self) { try await second.value }
        release.signal()
        try await first
        await closed
    }

    @Test func `types that only PostgreSQL has are read or refused with advice`() async throws {
        try await TestDriver.postgres.withFresh { database in
            let found = try await database.read {
                try $0.row(
                    """
                    SELECT CAST(1 AS SMALLINT) AS i2, CAST(-2 AS INTEGER) AS i4, CAST(1.5 AS REAL) AS f4,
                           CAST('x' AS NAME) AS name, CAST('ab' AS VARCHAR(9)) AS vc,
                           CAST('ab' AS CHAR(3)) AS c, CAST(4000000000 AS OID) AS oid,
                           CAST('{}' AS JSON) AS json, NULL AS none, CAST('y' AS "char") AS ch
                    """)
            }
            #expect(
                found?.values == [
                    .integer(1), .integer(-2), .real(1.5), .text("x"), .text("ab"), .text("ab "),
                    .integer(4_000_000_000), .text("{}"), .null, .text("y"),
                ])
            let error = await #expect(throws: DatabaseError.self) {
                try await database.read { try $0.row("SELECT now() AS moment") }
            }
            #expect(error?.message.contains("CAST(moment AS TEXT)") == true)
        }
    }

    static let numerics: [(String, SQLValue)] = [
        ("0", .integer(0)), ("1", .integer(1)), ("-1", .integer(-1)), ("10000", .integer(10000)),
        ("123456789", .integer(123_456_789)), ("120000000", .integer(120_000_000)),
        ("9223372036854775807", .integer(.max)), ("-9223372036854775808", .integer(.min)),
        ("9223372036854775808", .real(9_223_372_036_854_775_808)), ("1e30", .real(1e30)),
        ("1.5", .real(1.5)), ("-0.00012", .real(-0.00012)), ("0.1", .real(0.1)),
        ("3.00", .real(3)), ("12345.6789", .real(12345.6789)), ("0.0", .real(0)),
        ("1e-20", .real(1e-20)), ("'Infinity'", .real(.infinity)),
        ("'-Infinity'", .real(-.infinity)),
    ]

    @Test func `NUMERIC is an integer where it is one and fits`() async throws {
        try await TestDriver.postgres.withFresh { database in
            for (text, expected) in Self.numerics {
                let row = try await database.read {
                    try $0.row("SELECT CAST(\(text) AS NUMERIC) AS x")
                }
                #expect(row?.values == [expected], "\(text)")
            }
            let row = try await database.read {
                try $0.row("SELECT CAST('NaN' AS NUMERIC) AS x")
            }
            let value: Double? = try row?.get("x")
            #expect(value?.isNaN == true)
        }
    }

    static func processID(_ database: any DatabaseDriver) async throws -> Int {
        try await database.read {
            try #require(try $0.row("SELECT pg_backend_pid() AS pid")?.get("pid"))
        }
    }

    /// Ends a server process and waits until it is gone.
    static func terminate(_ pid: Int, at database: any DatabaseDriver) async throws {
        let url = try #require(TestDriver.postgresURL)
        let killer = try await PostgresDriver(url: url, connections: 1)
        try await killer.write { connection in
            _ = try connection.rows(
                "SELECT pg_terminate_backend(CAST($1 AS INTEGER), 5000) AS done", pid)
        }
        await killer.close()
    }

    static func value(_ name: String, _ database: any DatabaseDriver) async throws -> Int? {
        try await database.read {
            try $0.row("SELECT value FROM counters WHERE name = $1", name)?.get("value")
        }
    }
}

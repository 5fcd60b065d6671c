import CheeseboardTesting
import Database
import Dispatch
import Synchronization
import Testing

@Suite struct `Transactions side by side` {
    static let schema = [
        Migration(
            "1",
            """
            CREATE TABLE counters (name TEXT NOT NULL PRIMARY KEY, value BIGINT NOT NULL);
            INSERT INTO counters (name, value) VALUES ('serial', 0);
            CREATE TABLE journal (serial BIGINT NOT NULL PRIMARY KEY);
            """)
    ]

    @Test(arguments: TestDriver.available)
    func `fifty writers at one counter lose nothing`(_ driver: TestDriver) async throws {
        try await driver.withFresh(Self.schema, connections: 8) { database in
            let serials = try await withThrowingTaskGroup(of: [Int].self) { group in
                for _ in 0..<50 {
                    group.addTask {
                        var own: [Int] = []
                        for _ in 0..<10 { own.append(try await Self.append(database)) }
                        return own
                    }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(serials.sorted() == Array(1...500))
        }
    }

    @Test(arguments: TestDriver.available)
    func `a follower sees serials without gaps`(_ driver: TestDriver) async throws {
        try await driver.withFresh(Self.schema, connections: 6) { database in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<4 {
                    group.addTask { for _ in 0..<25 { _ = try await Self.append(database) } }
                }
                group.addTask {
                    var seen = 0
                    while seen < 100 {
                        seen = try await database.read { connection in
                            let row = try connection.row(
                                "SELECT count(*) AS n, max(serial) AS last FROM journal")
                            let (count, last): (Int?, Int?) = (
                                try row?.get("n"), try row?.get("last")
                            )
                            #expect(count == last ?? 0)
                            return count ?? 0
                        }
                    }
                }
                try await group.waitForAll()
            }
        }
    }

    @Test(arguments: TestDriver.available)
    func `a read sees one state from its beginning to its end`(
        _ driver: TestDriver
    ) async throws {
        try await driver.withFresh(Self.schema) { database in
            let (began, beginning) = AsyncStream<Void>.makeStream()
            let written = DispatchSemaphore(value: 0)
            async let values = database.read { connection in
                let before = try Self.value(connection)
                beginning.yield()
                written.wait()
                return [before, try Self.value(connection)]
            }
            for await _ in began { break }
            _ = try await Self.append(database)
            written.signal()
            #expect(try await values == [0, 0])
            #expect(try await database.read(Self.value) == 1)
        }
    }

    @Test(arguments: TestDriver.available)
    func `a transaction that waits for its turn can be cancelled and has done nothing`(
        _ driver: TestDriver
    ) async throws {
        try await driver.withFresh(Self.schema, connections: 1) { database in
            let (began, beginning) = AsyncStream<Void>.makeStream()
            let release = DispatchSemaphore(value: 0)
            async let first: Void = database.write { _ in
                beginning.yield()
                release.wait()
            }
            for await _ in began { break }
            let second = Task { try await Self.append(database) }
            second.cancel()
            release.signal()
            try await first
            await #expect(throws: CancellationError.self) { try await second.value }
            #expect(try await database.read(Self.value) == 0)
        }
    }

    @Test(arguments: TestDriver.available)
    func `a write under way when its task is cancelled is stored`(
        _ driver: TestDriver
    ) async throws {
        try await driver.withFresh(Self.schema) { database in
            let (began, beginning) = AsyncStream<Void>.makeStream()
            let release = DispatchSemaphore(value: 0)
            let task = Task {
                try await database.write { connection in
                    beginning.yield()
                    release.wait()
                    return try Self.append(connection)
                }
            }
            for await _ in began { break }
            task.cancel()
            release.signal()
            let (returned, stored) = (try await task.value, try await database.read(Self.value))
            #expect(returned == 1)
            #expect(stored == 1)
        }
    }

    @Test(arguments: TestDriver.available)
    func `a read is given up between two rows when its task is cancelled`(
        _ driver: TestDriver
    ) async throws {
        try await driver.withFresh(Self.schema) { database in
            let (began, beginning) = AsyncStream<Void>.makeStream()
            let release = DispatchSemaphore(value: 0)
            let rows = Mutex(0)
            let task = Task {
                try await database.read { connection in
                    try connection.forEachRow(Streams.manyRows(1000), arguments: []) { _ in
                        rows.withLock { $0 += 1 }
                        beginning.yield()
                        release.wait()
                    }
                }
            }
            for await _ in began { break }
            task.cancel()
            release.signal()
            await #expect(throws: CancellationError.self) { try await task.value }
            #expect(rows.withLock(\.self) == 1)
            let value = try await database.read(Self.value)
            #expect(value == 0)
        }
    }

    @Test(arguments: TestDriver.available)
    func `a second process waits for the write of the first`(_ driver: TestDriver) async throws {
        try await driver.withFresh(Self.schema) { database in
            let other = try await database.another()
            let (began, beginning) = AsyncStream<Void>.makeStream()
            let release = DispatchSemaphore(value: 0)
            async let first = database.write { connection in
                let serial = try Self.append(connection)
                beginning.yield()
                release.wait()
                return serial
            }
            for await _ in began { break }
            async let second = other.write { try Self.append($0) }
            // The second cannot finish yet, whichever of the two gets here first.
            #expect(try await other.read(Self.value) == 0)
            release.signal()
            #expect(try await [first, second] == [1, 2])
            await other.close()
        }
    }

    static func append(_ database: any DatabaseDriver) async throws -> Int {
        try await database.write { try append($0) }
    }

    @Sendable static func append(_ connection: any SQLConnection) throws -> Int {
        let row = try connection.row(
            "UPDATE counters SET value = value + 1 WHERE name = $1 RETURNING value", "serial")
        let serial: Int = try #require(try row?.get("value"))
        try connection.run("INSERT INTO journal (serial) VALUES ($1)", serial)
        return serial
    }

    @Sendable static func value(_ connection: any SQLConnection) throws -> Int {
        try #require(
            try connection.row("SELECT value FROM counters WHERE name = 'serial'")?.get("value"))
    }
}

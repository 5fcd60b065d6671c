import CheeseboardTesting
import Database
import Synchronization
import Testing

@Suite struct `Dump and restore` {
    static let schema = [
        Migration(
            "1",
            """
            CREATE TABLE users (id {{id}}, name TEXT NOT NULL, score DOUBLE PRECISION, photo BYTEA);
            CREATE TABLE notes (
                user_id BIGINT NOT NULL REFERENCES users (id), place BIGINT NOT NULL, text TEXT,
                PRIMARY KEY (user_id, place)
            );
            CREATE TABLE counters (name TEXT NOT NULL PRIMARY KEY, value BIGINT NOT NULL);
            INSERT INTO counters (name, value) VALUES ('serial', 0);
            CREATE TABLE sessions (token TEXT NOT NULL PRIMARY KEY);
            """)
    ]
    static let dump = DatabaseDump(
        schema: "example", tables: ["users", "notes", "counters"], seeded: ["counters"],
        leftOut: ["sessions"])

    struct Route: Sendable, CustomStringConvertible {
        let from: TestDriver
        let to: TestDriver
        var description: String { "\(from) to \(to)" }
    }

    static let routes = TestDriver.available.flatMap { from in
        TestDriver.available.map { Route(from: from, to: $0) }
    }

    @Test(arguments: routes)
    func `what one database wrote, the other reads`(_ route: Route) async throws {
        try await route.from.withFresh(Self.schema) { source in
            try await Self.fill(source)
            let text = try await Self.written(source)
            try await route.to.withFresh(Self.schema) { target in
                let counts = try await Self.restore(text, into: target, piece: 7)
                #expect(counts == ["users": 3, "notes": 2, "counters": 1])
                let again = try await Self.written(target)
                #expect(again == text)
                let next: Int? = try await target.write {
                    try $0.row("INSERT INTO users (name) VALUES ($1) RETURNING id", "eve")?
                        .get("id")
                }
                // Nine was given and deleted before the dump.
                #expect(next == 10)
            }
        }
    }

    @Test(arguments: TestDriver.available)
    func `the form is the one that is documented`(_ driver: TestDriver) async throws {
        try await driver.withFresh(Self.schema) { database in
            try await Self.fill(database)
            let text = try await Self.written(database)
            let expected = #"""
                {"dump":1,"schema":"example","migrations":["1"]}
                {"table":"users","columns":["id","name","score","photo"],"identity":9}
                [1,"Ann \"🧀\" \\ \n\u0001",1.0,{"base64":"AP8="}]
                [2,"bob",{"real":"inf"},{"base64":""}]
                [7,"",null,null]
                {"table":"notes","columns":["user_id","place","text"]}
                [1,-9223372036854775808,"first"]
                [1,9223372036854775807,null]
                {"table":"counters","columns":["name","value"]}
                ["serial",42]
                {"end":{"users":3,"notes":2,"counters":1}}

                """#
            #expect(text == expected)
        }
    }

    @Test(arguments: TestDriver.available)
    func `empty tables make a dump too`(_ driver: TestDriver) async throws {
        try await driver.withFresh(Self.schema) { source in
            let text = try await Self.written(source)
            try await driver.withFresh(Self.schema) { target in
                let counts = try await Self.restore(text, into: target)
                #expect(counts == ["users": 0, "notes": 0, "counters": 1])
            }
        }
    }

    @Test(arguments: TestDriver.available)
    func `a dump cut off after any line is refused and leaves nothing`(
        _ driver: TestDriver
    ) async throws {
        try await driver.withFresh(Self.schema) { database in
            try await Self.fill(database)
            let text = try await Self.written(database)
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            try await driver.withFresh(Self.schema) { target in
                for count in 0..<(lines.count - 1) {
                    let part = lines.prefix(count).map { $0 + "\n" }.joined()
                    let error = await #expect(throws: DumpRefused.self) {
                        try await Self.restore(part, into: target)
                    }
                    #expect(error?.description.contains("cut off") == true)
                }
                let cutEnd = String(text.dropLast(5))
                await #expect(throws: DumpRefused.self) {
                    try await Self.restore(cutEnd, into: target)
                }
                let counts = try await Self.restore(text, into: target)
                #expect(counts["users"] == 3)
            }
        }
    }

    static let users = #"{"table":"users","columns":["id","name","score","photo"]}"# + "\n"
    static let notes = #"{"table":"notes","columns":["user_id","place","text"]}"# + "\n"
    static let counters = #"{"table":"counters","columns":["name","value"]}"# + "\n"
    static let head = #"{"dump":1,"schema":"example","migrations":["1"]}"# + "\n"

    static let broken: [(String, String)] = [
        ("[1]\n", "line 1 of the dump: this is not a database dump"),
        ("PK\u{3}\u{4}\n", "line 1 of the dump: not a line of JSON at byte 0"),
        (#"{"dump":2,"schema":"example","migrations":["1"]}"# + "\n", "format 2"),
        (#"{"dump":1,"schema":"other","migrations":["1"]}"# + "\n", "not of the schema 'example'"),
        (
            #"{"dump":1,"schema":"example","migrations":["1","2"]}"# + "\n",
            "version 2, the database has version 1"
        ),
        (#"{"dump":1,"schema":"example"}"# + "\n", "version 0"),
        (head + #"{"table":"sessions","columns":["token"]}"# + "\n", "table sessions is unknown"),
        (head + users + users, "table users is unknown or comes twice"),
        (
            head + #"{"table":"users","columns":["id","name","score"]}"# + "\n",
            "the columns of table users"
        ),
        (head + users + "[1,\"a\",null]\n", "line 3 of the dump: the row does not fit table users"),
        (head + users + "[1,\"a\",null,true]\n", "the row does not fit"),
        (head + users + "[1,\"a\",null,{\"base64\":\"?\"}]\n", "the row does not fit"),
        (head + users + "null\n", "neither a table, a row nor the end"),
        (head + users + "{\"end\":{\"users\":0}}\n", "table notes is missing"),
        (
            head + users + notes + counters
                + "{\"end\":{\"users\":1,\"notes\":0,\"counters\":0}}\n",
            "table users came with 0 rows"
        ),
        (
            head + users + notes + counters
                + "{\"end\":{\"users\":0,\"notes\":0,\"counters\":0}}\n{}\n", "more after the end"
        ),
    ]

    @Test(arguments: TestDriver.available, broken.indices)
    func `a damaged dump is refused with its line`(
        _ driver: TestDriver, _ index: Int
    ) async throws {
        let (text, message) = Self.broken[index]
        try await driver.withFresh(Self.schema) { target in
            let error = await #expect(throws: DumpRefused.self) {
                try await Self.restore(text, into: target)
            }
            #expect(error?.description.contains(message) == true, "\(String(describing: error))")
        }
    }

    @Test(arguments: TestDriver.available)
    func `a database that has rows is not overwritten`(_ driver: TestDriver) async throws {
        try await driver.withFresh(Self.schema) { database in
            try await Self.fill(database)
            let text = try await Self.written(database)
            let error = await #expect(throws: DumpRefused.self) {
                try await Self.restore(text, into: database)
            }
            #expect(error?.description == "the database is not empty: table notes has rows")
            let after = try await Self.written(database)
            #expect(after == text)
        }
    }

    @Test(arguments: TestDriver.available)
    func `no table can be forgotten`(_ driver: TestDriver) async throws {
        try await driver.withFresh(Self.schema) { database in
            let forgetful = DatabaseDump(schema: "example", tables: ["users", "counters"])
            let forgotten = await #expect(throws: DumpRefused.self) {
                try await forgetful.write(database) { _ in }
            }
            #expect(forgotten?.description == "the dump would leave out notes, sessions")
            let eager = DatabaseDump(
                schema: "example", tables: ["users", "notes", "counters", "sessions", "more"])
            let missing = await #expect(throws: DumpRefused.self) {
                try await eager.write(database) { _ in }
            }
            #expect(missing?.description == "the database has no table more")
        }
    }

    @Test(arguments: TestDriver.available)
    func `a long dump comes in pieces`(_ driver: TestDriver) async throws {
        try await driver.withFresh(Self.schema) { source in
            try await source.write { connection in
                for number in 1...3000 {
                    try connection.run(
                        "INSERT INTO users (name) VALUES ($1)",
                        String(repeating: "x", count: 90) + "\(number)")
                }
            }
            let sizes = Mutex<[Int]>([])
            let counts = try await Self.dump.write(source) { piece in
                sizes.withLock { $0.append(piece.count) }
            }
            #expect(counts["users"] == 3000)
            #expect(sizes.withLock(\.count) == 6)
            #expect(sizes.withLock { $0.max() ?? 0 } < 66_000)
            let text = try await Self.written(source)
            try await driver.withFresh(Self.schema) { target in
                let restored = try await Self.restore(text, into: target, piece: 65_536)
                #expect(restored == counts)
            }
        }
    }

    struct DiskFull: Error {}

    @Test(arguments: TestDriver.available)
    func `a sink that fails ends the dump`(_ driver: TestDriver) async throws {
        try await driver.withFresh(Self.schema) { database in
            await #expect(throws: DiskFull.self) {
                try await Self.dump.write(database) { _ in throw DiskFull() }
            }
        }
    }

    static func fill(_ database: any DatabaseDriver) async throws {
        try await database.write { connection in
            let insertion = "INSERT INTO users (id, name, score, photo) VALUES ($1, $2, $3, $4)"
            try connection.run(
                insertion, 1, "Ann \"🧀\" \\ \n\u{1}", 1.0, [0, 255] as [UInt8])
            try connection.run(insertion, 2, "bob", Double.infinity, [] as [UInt8])
            try connection.run(insertion, 7, "", SQLValue.null, SQLValue.null)
            // Numbers that the table gives itself go on where they were, however rows came and
            // went.
            if connection.dialect == .postgres {
                for _ in 0..<9 {
                    _ = try connection.row(
                        "SELECT nextval(pg_get_serial_sequence('users', 'id')) AS id")
                }
            } else {
                try connection.run("INSERT INTO users (id, name) VALUES ($1, $2)", 9, "gone")
                try connection.run("DELETE FROM users WHERE id = $1", 9)
            }
            let note = "INSERT INTO notes (user_id, place, text) VALUES ($1, $2, $3)"
            try connection.run(note, 1, Int64.max, SQLValue.null)
            try connection.run(note, 1, Int64.min, "first")
            try connection.run("UPDATE counters SET value = 42")
            try connection.run("INSERT INTO sessions (token) VALUES ($1)", "passing")
        }
    }

    static func written(_ database: any DatabaseDriver) async throws -> String {
        let bytes = Mutex<[UInt8]>([])
        try await dump.write(database) { piece in bytes.withLock { $0 += piece } }
        return String(decoding: bytes.withLock(\.self), as: UTF8.self)
    }

    @discardableResult
    static func restore(
        _ text: String, into database: any DatabaseDriver, piece: Int = 1000
    ) async throws -> [String: Int] {
        let rest = Mutex(Array(text.utf8)[...])
        return try await dump.restore(into: database) {
            rest.withLock { rest in
                guard !rest.isEmpty else { return nil }
                defer { rest = rest.dropFirst(piece) }
                return Array(rest.prefix(piece))
            }
        }
    }
}

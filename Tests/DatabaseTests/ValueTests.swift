import CheeseboardTesting
import Database
import Testing

@Suite struct `Values in columns` {
    static let schema = [
        Migration(
            "1",
            "CREATE TABLE samples (id {{id}}, i BIGINT, r DOUBLE PRECISION, t TEXT, b BYTEA)")
    ]

    enum Colour: String, SQLRepresentable, SQLDecodable {
        case red
    }

    @Test(arguments: TestDriver.available)
    func `every kind of value comes back as it went in`(_ driver: TestDriver) async throws {
        let integers: [Int64?] = [0, 1, -1, .max, .min, nil]
        let reals: [Double?] = [
            0, -1.5, 0.1, .greatestFiniteMagnitude, .leastNonzeroMagnitude, .infinity, nil,
        ]
        let texts: [String?] = ["", "a", "Ünïcode 🧀 \u{10FFFF}", "it's \"$1\" \\", "\r\n\t", nil]
        let blobs: [[UInt8]?] = [[], [0], Array(0...255), nil]
        try await driver.withFresh(Self.schema) { database in
            let read = try await database.write { connection in
                for place in 0..<7 {
                    try connection.run(
                        "INSERT INTO samples (i, r, t, b) VALUES ($1, $2, $3, $4)",
                        integers[place % 6], reals[place], texts[place % 6], blobs[place % 4])
                }
                return try connection.rows("SELECT i, r, t, b FROM samples ORDER BY id")
            }
            for (place, row) in read.enumerated() {
                #expect(try row.get("i") == integers[place % 6])
                #expect(try row.get("r") == reals[place])
                #expect(try row.get("t") == texts[place % 6])
                #expect(try row.get("b") == blobs[place % 4])
            }
            #expect(read.count == 7)
        }
    }

    @Test(arguments: TestDriver.available)
    func `Swift's own types travel as the database's`(_ driver: TestDriver) async throws {
        try await driver.withFresh { database in
            let row = try await database.read { connection in
                try connection.row(
                    "SELECT $1 AS yes, $2 AS no, $3 AS number, $4 AS colour, $5 AS bytes, $6 AS raw",
                    true, false, 42, Colour.red, [1, 2] as [UInt8], SQLValue.real(2.5))
            }
            let values = try #require(row)
            #expect(values.columnNames == ["yes", "no", "number", "colour", "bytes", "raw"])
            #expect(try values.get("yes") as Bool)
            #expect(try !(values.get("no") as Bool))
            #expect(try values.get("number") as Int == 42)
            #expect(try values.get("number") as Double == 42)
            #expect(try values.get("colour") as Colour == .red)
            #expect(try values.get("bytes") as [UInt8] == [1, 2])
            #expect(try values.get("raw") as SQLValue == .real(2.5))
        }
    }

    @Test(arguments: TestDriver.available)
    func `a value of another kind is an error that names the column and not the value`(
        _ driver: TestDriver
    ) async throws {
        try await driver.withFresh { database in
            let found = try await database.read { try $0.row("SELECT $1 AS word", "secret") }
            let row = try #require(found)
            let wrong: [(String, () throws -> Void)] = [
                (
                    "column 'word' holds text where an integer is expected",
                    { let _: Int = try row.get("word") }
                ),
                (
                    "column 'word' holds text where an integer is expected",
                    { let _: Int64? = try row.get("word") }
                ),
                (
                    "column 'word' holds text where a real number is expected",
                    { let _: Double = try row.get("word") }
                ),
                (
                    "column 'word' holds text where a blob is expected",
                    { let _: [UInt8] = try row.get("word") }
                ),
                (
                    "column 'word' holds text where 0 or 1 is expected",
                    { let _: Bool = try row.get("word") }
                ),
                (
                    "column 'word' holds text where a known Colour is expected",
                    { let _: Colour = try row.get("word") }
                ),
                (
                    "the row has no column 'other', it has word",
                    { let _: String = try row.get("other") }
                ),
            ]
            for (message, body) in wrong {
                let error = #expect(throws: DatabaseError.self) { try body() }
                #expect(error?.message == message)
            }
        }
    }

    @Test(arguments: TestDriver.available)
    func `NULL is no string, number or blob`(_ driver: TestDriver) async throws {
        try await driver.withFresh { database in
            let found = try await database.read { try $0.row("SELECT NULL AS empty") }
            let row = try #require(found)
            #expect(try row.get("empty") as String? == nil)
            let error = #expect(throws: DatabaseError.self) { try row.get("empty") as String }
            #expect(error?.message == "column 'empty' holds NULL where text is expected")
            for value in [SQLValue.null, .integer(1), .real(1), .text(""), .blob([])] {
                #expect(!value.kindName.isEmpty)
            }
        }
    }

    @Test(arguments: TestDriver.available)
    func `text with a NUL is refused before it reaches the database`(
        _ driver: TestDriver
    ) async throws {
        try await driver.withFresh(Self.schema) { database in
            let error = await #expect(throws: DatabaseError.self) {
                try await database.write {
                    try $0.run("INSERT INTO samples (i, t) VALUES ($1, $2)", 1, "a\0b")
                }
            }
            #expect(error?.message == "the text for $2 has a NUL character, which is not stored")
        }
    }

    @Test(arguments: TestDriver.available)
    func `a blob of eight megabytes survives`(_ driver: TestDriver) async throws {
        let blob = (0..<8 << 20).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) }
        try await driver.withFresh(Self.schema) { database in
            try await database.write { try $0.run("INSERT INTO samples (b) VALUES ($1)", blob) }
            let row = try await database.read { try $0.row("SELECT b FROM samples") }
            #expect(try row?.get("b") == blob)
        }
    }

    @Test(arguments: TestDriver.available)
    func `sums and comparisons answer in the same kinds`(_ driver: TestDriver) async throws {
        try await driver.withFresh(Self.schema) { database in
            let found = try await database.write { connection in
                try connection.run("INSERT INTO samples (i) VALUES ($1), ($2)", 20_000_000, 5)
                return try connection.row(
                    """
                    SELECT count(*) AS n, sum(i) AS total, avg(i) AS mean, sum(i) > 3 AS isMore,
                           EXISTS (SELECT 1 FROM samples WHERE i = 6) AS isThere, max(t) AS longest
                    FROM samples
                    """)
            }
            let row = try #require(found)
            #expect(
                row.values == [
                    .integer(2), .integer(20_000_005), .real(10_000_002.5), .integer(1),
                    .integer(0), .null,
                ])
        }
    }

    @Test(arguments: TestDriver.available)
    func `parameters go by their number, in any order and more than once`(
        _ driver: TestDriver
    ) async throws {
        try await driver.withFresh { database in
            let row = try await database.read {
                try $0.row("SELECT $3 AS a, $1 AS b, $2 AS c, $3 AS d", "one", "two", "three")
            }
            #expect(row?.values == [.text("three"), .text("one"), .text("two"), .text("three")])
        }
    }

    @Test(arguments: TestDriver.available)
    func `too few parameters are an error`(_ driver: TestDriver) async throws {
        try await driver.withFresh { database in
            await #expect(throws: DatabaseError.self) {
                try await database.read { try $0.rows("SELECT $1 AS a, $2 AS b", "one") }
            }
        }
    }
}

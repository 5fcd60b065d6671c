import CheeseboardTesting
import Database
import Foundation
import Testing

@Suite(.serialized) struct Streams {
    static func manyRows(_ count: Int, _ columns: String = "i") -> String {
        """
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(count))
        SELECT \(columns) FROM n
        """
    }

    #if os(Linux)
        @Test(arguments: TestDriver.available)
        func `a hundred thousand rows of four kilobytes pass in little memory`(
            _ driver: TestDriver
        ) async throws {
            try await driver.withFresh { database in
                let before = try Self.residentBytes()
                let (rows, bytes, peak) = try await database.read { connection in
                    var (rows, bytes, peak) = (0, 0, 0)
                    try connection.forEachRow(
                        Self.manyRows(100_000, "i, $1 AS payload"),
                        arguments: [.text(String(repeating: "cheddar ", count: 512))]
                    ) { row in
                        rows += 1
                        bytes += (try row.get("payload") as String).utf8.count
                        if rows.isMultiple(of: 10_000) {
                            peak = max(peak, try Self.residentBytes())
                        }
                    }
                    return (rows, bytes, peak)
                }
                #expect(rows == 100_000)
                #expect(bytes == 409_600_000)
                #expect(peak - before < 200_000_000)
            }
        }

        private static func residentBytes() throws -> Int {
            let fields = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
                .split(separator: " ")
            return try #require(Int(fields[1])) * 4096
        }
    #endif

    struct Enough: Error {}

    @Test(arguments: TestDriver.available)
    func `whoever has seen enough may leave, and the connection goes on`(
        _ driver: TestDriver
    ) async throws {
        try await driver.withFresh(connections: 1) { database in
            await #expect(throws: Enough.self) {
                try await database.read { connection in
                    var seen = 0
                    try connection.forEachRow(Self.manyRows(1_000_000), arguments: []) { _ in
                        seen += 1
                        if seen == 3 { throw Enough() }
                    }
                }
            }
            let row = try await database.read { try $0.row("SELECT $1 AS word", "on") }
            #expect(try row?.get("word") == "on")
        }
    }
}

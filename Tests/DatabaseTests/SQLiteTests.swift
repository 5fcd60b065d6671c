import Database
import Foundation
import Testing

@Suite struct `SQLite alone` {
    @Test func `each commit reaches the disk, and foreign keys hold`() async throws {
        try await Self.withFolder { folder in
            let database = try SQLiteDriver(path: folder + "/x.sqlite")
            let settings = try await database.write { connection in
                try ["synchronous", "journal_mode", "foreign_keys", "busy_timeout"].map {
                    try connection.row("PRAGMA \($0)")?.values.first
                }
            }
            #expect(settings == [.integer(2), .text("wal"), .integer(1), .integer(10_000)])
            await database.close()
        }
    }

    @Test func `a folder that does not exist is unavailable`() throws {
        let error = #expect(throws: DatabaseError.self) {
            try SQLiteDriver(path: "/nonexistent/folder/x.sqlite")
        }
        #expect(error?.kind == .unavailable)
    }

    @Test func `a file that is no database is refused and stays as it is`() async throws {
        try await Self.withFolder { folder in
            let path = folder + "/x.sqlite"
            let text = String(repeating: "This is no database. ", count: 100)
            try text.write(toFile: path, atomically: false, encoding: .utf8)
            let error = #expect(throws: DatabaseError.self) { try SQLiteDriver(path: path) }
            #expect(error?.kind == .other)
            #expect(error?.message == "file is not a database")
            let kept = try String(contentsOfFile: path, encoding: .utf8)
            #expect(kept == text)
        }
    }

    @Test func `what was committed is there when the file is opened again`() async throws {
        try await Self.withFolder { folder in
            let path = folder + "/x.sqlite"
            let first = try SQLiteDriver(path: path)
            try await first.write { connection in
                try connection.runScript("CREATE TABLE t (x BIGINT); INSERT INTO t VALUES (1)")
            }
            await first.close()
            let second = try SQLiteDriver(path: path)
            let row = try await second.read { try $0.row("SELECT x FROM t") }
            #expect(try row?.get("x") == 1)
            await second.close()
        }
    }

    @Test func `a full disk is told as such`() async throws {
        let database = try SQLiteDriver.inMemory()
        let error = await #expect(throws: DatabaseError.self) {
            try await database.write { connection in
                try connection.run("PRAGMA max_page_count = 4")
                try connection.run("CREATE TABLE t (b BYTEA)")
                try connection.run(
                    "INSERT INTO t (b) VALUES ($1)", [UInt8](repeating: 1, count: 100_000))
            }
        }
        #expect(error?.kind == .full)
        let rows = try await database.read { try $0.rows("SELECT 1 AS one") }
        #expect(rows.count == 1)
        await database.close()
    }

    private static func withFolder(_ body: (String) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("sqlite-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await body(folder.path)
    }
}

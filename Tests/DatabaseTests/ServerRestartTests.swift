import CheeseboardTesting
import Database
import Foundation
import Testing

/// What happens when the PostgreSQL server goes away: on a cluster of the test's own.
@Suite(.enabled(if: TestDriver.postgresURL != nil))
struct `A server that goes away` {
    @Test func `is unavailable while it is down and used again when it is back`() async throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("cluster-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let url = try await Self.tool("start", folder)
        let database = try await PostgresDriver(url: url, connections: 2)
        try await database.write { try $0.runScript("CREATE TABLE kept (x BIGINT)") }

        try await Self.tool("restart", folder)
        try await database.write { try $0.run("INSERT INTO kept (x) VALUES ($1)", 1) }

        try await Self.tool("stop", folder)
        for _ in 0..<2 {
            let error = await #expect(throws: DatabaseError.self) {
                try await database.read { try $0.rows("SELECT x FROM kept") }
            }
            #expect(error?.kind == .unavailable)
            #expect(error?.message.hasPrefix("cannot connect to PostgreSQL at 127.0.0.1:") == true)
        }
        try await Self.tool("start", folder)
        let rows = try await database.read { try $0.rows("SELECT x FROM kept") }
        #expect(rows.map(\.values) == [[.integer(1)]])
        await database.close()
        try await Self.tool("stop", folder)
    }

    /// Runs `Tools/postgres.sh` and returns the line that it prints.
    @discardableResult
    private static func tool(_ command: String, _ folder: URL) async throws -> String {
        let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let process = Process()
        process.executableURL = root.appendingPathComponent("Tools/postgres.sh")
        process.arguments = [command, folder.path]
        let output = Pipe()
        process.standardOutput = output
        let status = try await withCheckedThrowingContinuation {
            (continuation: CheckedContinuation<Int32, any Error>) in
            process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
            do { try process.run() } catch { continuation.resume(throwing: error) }
        }
        try #require(status == 0)
        let text = try output.fileHandleForReading.readToEnd() ?? Data()
        return String(decoding: text, as: UTF8.self)
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }
}

import CheeseboardTesting
import Foundation
import PackageIndex
import Synchronization
import Testing

@Suite struct `Importing a folder` {
    @Test(arguments: TestDriver.available)
    func `publishes what is in it and below, tells what is refused, and starts again`(
        _ driver: TestDriver
    ) async throws {
        let folder = try TemporaryFolder()
        let samples = [Sample.wheel(), .sdist(), .zipSdist("0.9"), .wheel("1.1")]
        try write(samples.map { ($0.filename, $0.bytes) }, to: folder)
        try write(
            [
                ("deep/er/brie-2.0.tar.gz", Sample.sdist("2.0").bytes), ("notes.txt", [1]),
                ("broken-1.0.tar.gz", [1, 2]), ("strange name.whl", [1]), ("a.zip/inside.txt", [1]),
                ("empty-1.0-py3-none-any.whl", []), (".hidden/brie-2.1.tar.gz", []),
                ("deep/brie-1.0.tar.gz", Sample.sdist("1.0") { $0.files = [] }.bytes),
            ], to: folder)
        try FileManager.default.createSymbolicLink(
            atPath: "\(folder.path)/gone-1.0.tar.gz", withDestinationPath: "nowhere")
        try FileManager.default.createSymbolicLink(
            atPath: "\(folder.path)/deep/brie-1.1-py3-none-any.whl",
            withDestinationPath: "../brie-1.1-py3-none-any.whl")
        try await TestIndex.with(driver) { test in
            let steps = Mutex<[Int]>([])
            var report = try await test.index.importFolder(folder.path, owner: "alice") {
                done, total, _ in
                steps.withLock { $0.append(total - done) }
            }
            #expect(report.published == 5 && report.unchanged == 1)
            let refused = Dictionary(
                uniqueKeysWithValues: report.refused.map { ($0.path, $0.refusal.code) })
            #expect(
                refused == [
                    "broken-1.0.tar.gz": .archiveInvalid, "strange name.whl": .filenameInvalid,
                    "empty-1.0-py3-none-any.whl": .archiveInvalid,
                    ".hidden/brie-2.1.tar.gz": .archiveInvalid,
                    "deep/brie-1.0.tar.gz": .fileExists,
                ])
            // What cannot be read neither stops the rest nor goes unsaid.
            #expect(report.unreadable.map(\.path) == ["gone-1.0.tar.gz"])
            #expect(try test.folder.files(in: "staging") == [])
            #expect(steps.withLock(\.self) == Array((1...12).reversed()))
            #expect(
                try await test.index.projectListing("brie", for: nil)?.versions
                    == ["0.9", "1.0", "1.1", "2.0"])
            report = try await test.index.importFolder(folder.path, owner: "alice")
            #expect(report.published == 0 && report.unchanged == 6)
        }
    }

    @Test func `gives new projects to the first administrator unless told otherwise`() async throws
    {
        let folder = try TemporaryFolder()
        try write([(Sample.wheel().filename, Sample.wheel().bytes)], to: folder)
        try await TestIndex.with { test in
            func importing(_ owner: String?) async throws -> RefusalCode? {
                try await code { try await test.index.importFolder(folder.path, owner: owner) }
            }
            #expect(try await importing(nil) == .userUnknown)
            #expect(try await importing("nobody") == .userUnknown)
            try await test.addUser("root", isAdmin: true)
            #expect(try await importing(nil) == nil)
            let detail = try await test.index.releaseDetail(of: "brie", version: nil, for: nil)
            #expect(detail?.roles.map(\.user) == ["root"])
            let error = try await #require(throws: (any Error).self) {
                try await test.index.importFolder(folder.path + "/none", owner: nil)
            }
            #expect("\(error)".contains("no folder"))
        }
    }

    private func write(_ files: [(path: String, bytes: [UInt8])], to folder: TemporaryFolder) throws
    {
        for (path, bytes) in files {
            let file = URL(fileURLWithPath: "\(folder.path)/\(path)")
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file)
        }
    }
}

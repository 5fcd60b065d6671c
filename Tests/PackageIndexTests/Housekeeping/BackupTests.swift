import BlobStorage
import CheeseboardTesting
import Database
import Foundation
import PackageIndex
import PythonPackaging
import Testing

@Suite struct `Backing up` {
    /// From each database into each that can be tested here.
    static let journeys = TestDriver.available.flatMap { source in
        TestDriver.available.map { (source, $0) }
    }

    @Test(arguments: journeys)
    func `a copy restores into either database, and works on`(
        _ source: TestDriver, _ target: TestDriver
    ) async throws {
        let folder = try TemporaryFolder()
        let backup = "\(folder.path)/backup"
        let original = try await TestIndex.with(source) { test in
            try await test.publish(.wheel { $0.metadata.summary = "Weiß\u{1F9C0}\t\"soft\"\\" })
            try await test.publish(.sdist())
            try await test.index.yankRelease(
                try Version("1.0"), of: try ProjectName("brie"), reason: "no\nreason",
                by: .machineOwner)
            let token = try await test.token()
            let report = try await test.index.backUp(to: backup)
            #expect(report.serial == 6 && report.blobs == 3 && report.copied == 3)
            // A second copy into the same folder copies what is new.
            try await test.publish(.wheel("1.1"))
            let again = try await test.index.backUp(to: backup)
            #expect(again.serial == 8 && again.copied == 2 && again.blobs == 5)
            return (
                token: token, listing: try await test.index.projectListing("brie", for: nil),
                journal: try await test.index.journal(after: 0, limit: 100)
            )
        }
        try await target.withFresh { database in
            let blobs = try DiskBlobStore(folder: "\(folder.path)/restored")
            let serial = try await Index.restore(from: backup, database: database, blobs: blobs)
            #expect(serial == 8)
            let index = Index(database: database, blobs: blobs)
            let listing = try await index.projectListing("brie", for: nil)
            #expect(listing?.files == original.listing?.files)
            #expect(listing?.versions == original.listing?.versions)
            #expect(try await index.journal(after: 0, limit: 100) == original.journal)
            #expect(
                try await index.releaseDetail(of: "brie", version: try Version("1"), for: nil)?
                    .metadata.summary == "Weiß\u{1F9C0}\t\"soft\"\\")
            #expect(try await index.verifyStorage().faults.isEmpty)
            let alice = try await index.authenticate(.token(original.token))
            let test = TestIndex(
                index: index, database: database, clock: FixedClock(), folder: folder,
                user: alice.user)
            try await test.publish(.wheel("1.2"), by: alice)
            #expect(try await index.lastSerial() == 10)
        }
    }

    @Test(arguments: TestDriver.available)
    func `a copy made while uploads go on is whole`(_ driver: TestDriver) async throws {
        let folder = try TemporaryFolder()
        let backup = "\(folder.path)/backup"
        try await TestIndex.with(driver, connections: 6) { test in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<4 {
                    group.addTask {
                        for version in 0..<10 {
                            try await test.publish(
                                WheelBuilder(name: "cheese-\(number)", version: "1.\(version)")
                                    .make())
                        }
                    }
                }
                group.addTask {
                    for _ in 0..<3 { _ = try await test.index.backUp(to: backup) }
                }
                try await group.waitForAll()
            }
        }
        try await TestDriver.sqlite.withFresh { database in
            let blobs = try DiskBlobStore(folder: "\(folder.path)/restored")
            let serial = try await Index.restore(from: backup, database: database, blobs: blobs)
            let index = Index(database: database, blobs: blobs)
            #expect(try await index.journal(after: 0, limit: 1000).last?.serial ?? 0 == serial)
            let losses = try await index.verifyStorage().faults.filter(\.isLoss)
            #expect(losses.isEmpty)
        }
    }

    @Test(arguments: TestDriver.available)
    func `a database with rows is left as it is, and no blob is copied beside it`(
        _ driver: TestDriver
    ) async throws {
        let folder = try TemporaryFolder()
        let backup = "\(folder.path)/backup"
        try await TestIndex.with { test in
            try await test.publish(.wheel())
            _ = try await test.index.backUp(to: backup)
        }
        let target = "\(folder.path)/target"
        try await TestIndex.with(driver) { test in
            let error = try await #require(throws: DumpRefused.self) {
                try await Index.restore(
                    from: backup, database: test.database, blobs: try DiskBlobStore(folder: target))
            }
            #expect(error.message.contains("the database is not empty"))
        }
        try await driver.withFresh([
            Migration("0001-other", "CREATE TABLE recipes (id {{id}}, cheese TEXT NOT NULL);")
        ]) { database in
            let error = try await #require(throws: DumpRefused.self) {
                try await Index.restore(
                    from: backup, database: database, blobs: try DiskBlobStore(folder: target))
            }
            #expect(error.message.contains("recipes"))
        }
        #expect(!FileManager.default.fileExists(atPath: target))
    }

    @Test func `a damaged blob stops the copy, and a folder without backup the restoring`()
        async throws
    {
        let folder = try TemporaryFolder()
        try await TestIndex.with { test in
            try await test.publish(.wheel())
            let blob = try #require(try test.folder.files(in: "blobs").first)
            try Data([0]).write(to: URL(fileURLWithPath: "\(test.folder.path)/blobs/\(blob)"))
            let error = try await #require(throws: (any Error).self) {
                try await test.index.backUp(to: folder.path)
            }
            #expect("\(error)".contains("damaged"))
            let missing = try await #require(throws: (any Error).self) {
                try await Index.restore(
                    from: folder.path, database: test.database, blobs: test.index.blobs)
            }
            #expect("\(missing)".contains("no backup"))
        }
    }

    @Test func `what is no backup of this version is told before there is a place for it`()
        async throws
    {
        let folder = try TemporaryFolder()
        let backup = "\(folder.path)/backup"
        try await TestIndex.with { test in
            try await test.publish(.wheel())
            _ = try await test.index.backUp(to: backup)
        }
        try Index.checkBackup(in: backup)
        let file = URL(fileURLWithPath: backup + "/database.jsonl")
        let whole = try String(contentsOf: file, encoding: .utf8)
        for (text, words) in [
            ("", "cut off"), ("no JSON\n", "JSON"), (#"{"dump":2}"# + "\n", "format 2"),
            (whole.replacing("0001-foundation", with: "0001-other"), "version"),
        ] {
            try Data(text.utf8).write(to: file)
            let error = try #require(throws: DumpRefused.self) {
                try Index.checkBackup(in: backup)
            }
            #expect("\(error)".contains(words), "\(error)")
        }
        try Data(whole.utf8).write(to: file)
        try FileManager.default.removeItem(atPath: backup + "/blobs")
        #expect(throws: (any Error).self) { try Index.checkBackup(in: backup) }
    }
}

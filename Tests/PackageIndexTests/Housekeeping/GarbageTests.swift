import BlobStorage
import CheeseboardTesting
import Database
import PackageIndex
import PythonPackaging
import Testing

@Suite struct `Collecting garbage` {
    private static let day = Duration.seconds(24 * 3600)

    @Test(arguments: TestDriver.available)
    func `bytes of a deleted file go after the grace period, its name stays used`(
        _ driver: TestDriver
    ) async throws {
        try await TestIndex.with(driver, clock: .atSystemTime()) { test in
            let brie = try ProjectName("brie")
            try await test.publish(.wheel())
            try await test.publish(.sdist())
            try await test.index.runDueJobs()
            try await test.index.deleteFile(Sample.wheel().filename, of: brie, by: .machineOwner)
            test.clock.advance(by: Self.day * 29)
            try await test.index.collectGarbage()
            #expect(try test.folder.files(in: "blobs").count == 3)
            test.clock.advance(by: Self.day * 2)
            try await test.index.collectGarbage()
            #expect(try test.folder.files(in: "blobs").count == 1)
            #expect(try await test.index.verifyStorage().faults.isEmpty)
            #expect(try await code { try await test.publish(.wheel()) } == .filenameUsed)
            #expect(try await test.index.projectListing("brie", for: nil)?.files.count == 1)
            #expect(try await test.index.lastSerial() == 6)
        }
    }

    @Test(arguments: TestDriver.available)
    func `a deleted project's name is free after the grace period, its files' names are not`(
        _ driver: TestDriver
    ) async throws {
        try await TestIndex.with(driver, clock: .atSystemTime()) { test in
            let brie = try ProjectName("brie")
            try await test.publish(.wheel())
            try await test.index.runDueJobs()
            try await test.index.deleteProject(brie, by: test.requester)
            test.clock.advance(by: Self.day * 31)
            try await test.index.collectGarbage()
            #expect(try test.folder.files(in: "blobs").isEmpty)
            #expect(
                try await code { try await test.index.restoreProject(brie, by: .machineOwner) }
                    == .projectUnknown)
            let entry = try await test.index.journal(after: 5, limit: 9)
            #expect(entry.map(\.action) == [.purgeProject] && entry.map(\.actor) == [nil])
            let bob = Principal(user: try await test.addUser("bob"))
            #expect(try await code { try await test.publish(.wheel(), by: bob) } == .filenameUsed)
            try await test.publish(.wheel("1.1"), by: bob)
            #expect(try await code { try await test.publish(.wheel("1.2")) } == .noRole)
        }
    }

    @Test func `a deleted release and old finished jobs go`() async throws {
        try await TestIndex.with(clock: .atSystemTime()) { test in
            try await test.publish(.wheel())
            try await test.publish(.wheel("1.1"))
            try await test.index.runDueJobs()
            try await test.index.deleteRelease(
                try Version("1.0"), of: try ProjectName("brie"), by: .machineOwner)
            try await test.index.runDueJobs()
            test.clock.advance(by: Self.day * 31)
            try await test.index.collectGarbage()
            let rows = try await test.database.read { connection in
                try ["releases", "files", "inspections", "jobs", "filenames"].map { table in
                    try connection.row("SELECT COUNT(*) AS n FROM \(table)")?.get("n") as Int?
                }
            }
            #expect(rows == [1, 1, 1, 0, 2])
            #expect(try test.folder.files(in: "blobs").count == 2)
        }
    }

    @Test(arguments: TestDriver.available)
    func `a blob that nothing names goes when it is a day old, one in use never`(
        _ driver: TestDriver
    ) async throws {
        try await TestIndex.with(driver, clock: .atSystemTime()) { test in
            try await test.publish(.wheel())
            let orphan = try await test.index.blobs.put([1, 2, 3])
            try await test.index.collectGarbage()
            #expect(try await test.index.blobs.open(orphan) != nil)
            test.clock.advance(by: Self.day * 100)
            try await test.index.collectGarbage()
            #expect(try await test.index.blobs.open(orphan) == nil)
            #expect(try test.folder.files(in: "blobs").count == 2)
        }
    }

    @Test func `bytes that another project's file has, too, stay`() async throws {
        try await TestIndex.with(clock: .atSystemTime()) { test in
            try await test.publish(.wheel())
            try await test.publish(.wheel("1.0") { $0.tag = "py2-none-any" })
            try await test.index.deleteFile(
                Sample.wheel().filename, of: try ProjectName("brie"), by: .machineOwner)
            test.clock.advance(by: Self.day * 31)
            try await test.index.collectGarbage()
            // Both wheels have the same METADATA.
            #expect(try test.folder.files(in: "blobs").count == 2)
            #expect(try await test.index.verifyStorage().faults.isEmpty)
        }
    }
}

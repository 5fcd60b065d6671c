import BlobStorage
import CheeseboardTesting
import Database
import PackageIndex
import Testing

@Suite struct `Reports of published wheels` {
    @Test(arguments: TestDriver.available)
    func `are kept by the job that follows an upload`(_ driver: TestDriver) async throws {
        try await TestIndex.with(driver) { test in
            let file = try await publish(test)
            await #expect(throws: Refusal.self) { try await report(of: file, test) }
            try await test.index.runDueJobs()
            let kept = try await report(of: file, test)
            #expect(kept.filename == file)
            #expect(kept.files.map(\.path) == ["brie/cut.so"])
            #expect(kept.files.first?.format == "elf")
        }
    }

    @Test(arguments: TestDriver.available)
    func `are made again once when the rules change`(_ driver: TestDriver) async throws {
        try await TestIndex.with(driver) { test in
            let file = try await publish(test)
            try await test.index.runDueJobs()
            #expect(try await test.index.inspectOutdatedFiles() == 0)
            try await test.database.write { connection in
                try connection.run("UPDATE inspections SET rubric = 1, report = '{}'")
            }
            #expect(try await test.index.inspectOutdatedFiles() == 1)
            #expect(try await test.index.inspectOutdatedFiles() == 1)
            #expect(try await test.index.runDueJobs() == 1)
            #expect(try await report(of: file, test).files.count == 1)
            #expect(try await test.index.inspectOutdatedFiles() == 0)
        }
    }

    @Test func `are outdated by other rules of their grades alone`() async throws {
        try await TestIndex.with { test in
            _ = try await publish(test)
            try await test.index.runDueJobs()
            try await test.database.write { connection in
                let row = try connection.row("SELECT rubric FROM inspections")
                let rubric: Int? = try row?.get("rubric")
                #expect(rubric.map { $0 % 1000 } == Rubric.version)
                try connection.run("UPDATE inspections SET rubric = rubric - 1")
            }
            #expect(try await test.index.inspectOutdatedFiles() == 1)
        }
    }

    @Test(arguments: TestDriver.available)
    func `are graded anew from their facts, without the file, where only grades changed`(
        _ driver: TestDriver
    ) async throws {
        try await TestIndex.with(driver) { test in
            let wheel = WheelBuilder.native("brie", "1.0", SmallLibrary.elf(stackFlags: 7)).make()
            try await test.publish(wheel)
            try await test.index.runDueJobs()
            let before = try await report(of: wheel.filename, test)
            #expect(before.grade == .f)
            try await removeBlobs(test)
            try await test.database.write { connection in
                try connection.run(
                    """
                    UPDATE inspections SET rubric = rubric - 1,
                        report = replace(report, '"grade":"F"', '"grade":"A"')
                    """)
                try connection.run("UPDATE native_traits SET own_files = 7")
            }
            #expect(try await report(of: wheel.filename, test).grade == .a)
            #expect(try await test.index.inspectOutdatedFiles() == 1)
            #expect(try await test.index.runDueJobs() == 1)
            #expect(try await report(of: wheel.filename, test) == before)
            #expect(try await test.index.inspectOutdatedFiles() == 0)
            let ownFiles: Int? = try await test.database.read { connection in
                try connection.row("SELECT own_files FROM native_traits")?.get("own_files")
            }
            #expect(ownFiles == 1)
        }
    }

    private func removeBlobs(_ test: TestIndex) async throws {
        let blobs = test.index.blobs
        var digests: [BlobStorage.SHA256Digest] = []
        try await blobs.list { digest, _, _ in digests.append(digest) }
        for digest in digests {
            #expect(try blobs.removeBlocking(digest, keptBefore: .max))
        }
    }

    @Test func `belong to their project and to wheels alone`() async throws {
        try await TestIndex.with { test in
            let file = try await publish(test)
            try await test.publish(.sdist())
            try await test.index.runDueJobs()
            await #expect(throws: Refusal.self) {
                _ = try await test.index.nativeReport(of: file, in: "gouda", for: nil)
            }
            await #expect(throws: Refusal.self) {
                _ = try await test.index.nativeReport(
                    of: "brie-1.0.tar.gz", in: "brie", for: nil)
            }
        }
    }

    private func report(of file: String, _ test: TestIndex) async throws -> WheelReport {
        try await test.index.nativeReport(of: file, in: "brie", for: nil)
    }

    /// Publishes a wheel with the smallest file that is native by its first bytes.
    private func publish(_ test: TestIndex) async throws -> String {
        var wheel = WheelBuilder(name: "brie", version: "1.0")
        wheel.tag = "cp312-cp312-manylinux_2_28_x86_64"
        wheel.files = [("brie/cut.so", [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1])]
        try await test.publish(wheel.make())
        return wheel.filename
    }
}

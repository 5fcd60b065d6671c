import CheeseboardTesting
import Database
import Foundation
import PackageIndex
import Testing

@Suite struct `Work that takes long` {
    @Test(.timeLimit(.minutes(1)))
    func `looking inside files leaves half of the cores to everything else`() async throws {
        let gate = Gate()
        try await TestIndex.with(blobs: { InterruptedBlobStore($0, gate: gate) }) { test in
            for number in 0..<10 { try await test.publish(.wheel("1.\(number)")) }
            try await withThrowingTaskGroup(of: Int.self) { group in
                defer { gate.open() }
                for _ in 0..<10 { group.addTask { try await test.index.runDueJobs() } }
                while gate.most == 0 { await Task.yield() }
                while try await test.index.jobs(in: .running).count < 10 { await Task.yield() }
                // Files arrive meanwhile, and are published.
                for _ in 0..<20 { try await receive(test) }
                try await test.publish(.wheel("2.0"))
            }
            #expect(gate.most <= max(1, ProcessInfo.processInfo.activeProcessorCount / 2))
            #expect(try await test.index.jobs(in: .done).count == 11)
        }
    }

    @Test func `a published file that takes too long is looked into once, and its report says so`()
        async throws
    {
        var settings = IndexSettings()
        settings.inspectionTime = .seconds(-1)
        try await TestIndex.with(settings: settings) { test in
            let wheel = WheelBuilder.native("brie", "1.0", SmallLibrary.elf())
            try await test.publish(wheel.make())
            try await test.publish(.sdist())
            try await test.index.runDueJobs()
            #expect(try await test.index.jobs().isEmpty)
            #expect(try await test.index.inspectOutdatedFiles() == 0)
            let report = try await test.index.nativeReport(
                of: wheel.filename, in: "brie", for: nil)
            #expect(report.errors.count == 1 && report.files.isEmpty)
            #expect(report.tags.computed == nil && !report.tags.claimed.isEmpty)
            #expect(report.findings.map(\.name) == [.unreadable])
            // It is not counted as a wheel without native code.
            let counted = try await test.database.read { connection in
                try connection.rows("SELECT file_id FROM native_traits").count
            }
            #expect(counted == 0)
        }
    }

    @Test func `an archive that takes too long to read is refused, and leaves nothing`()
        async throws
    {
        var settings = IndexSettings()
        settings.judgingTime = .zero
        try await TestIndex.with(settings: settings) { test in
            for sample in [Sample.wheel(), .sdist()] {
                let refused = try await code { try await test.publish(sample) }
                #expect(refused == .archiveTooSlow)
            }
            #expect(try test.folder.files(in: "staging").isEmpty)
            #expect(try await test.index.lastSerial() == 0)
        }
    }

    @Test func `a file that arrives is written in steps of a mebibyte`() async throws {
        try await TestIndex.with { test in
            var file = try await test.index.receiveFile()
            let piece = [UInt8](repeating: 7, count: 100_000)
            for _ in 0..<15 { try await file.append(piece[...]) }
            let name = try #require(try test.folder.files(in: "staging").first)
            let path = "\(test.folder.path)/staging/\(name)"
            let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
            #expect(size == 1_100_000)
            file.discard()
        }
    }

    private func receive(_ test: TestIndex) async throws {
        var file = try await test.index.receiveFile()
        try await file.append([UInt8](repeating: 7, count: 2 << 20)[...])
        file.discard()
    }
}

import CheeseboardTesting
import PackageIndex
import PythonPackaging
import Testing

@Suite struct `Changing projects` {
    @Test(arguments: TestDriver.available)
    func `archiving is undone, and what changes nothing is not told`(
        _ driver: TestDriver
    ) async throws {
        try await TestIndex.with(driver) { test in
            let brie = try ProjectName("brie")
            try await test.publish(.wheel())
            try await test.index.archiveProject(brie, by: test.requester)
            try await test.index.archiveProject(brie, by: test.requester)
            #expect(try await test.index.projectListing("brie", for: nil)?.files.count == 1)
            try await test.index.unarchiveProject(brie, by: .machineOwner)
            let entries = try await test.index.journal(after: 4, limit: 100)
            #expect(entries.map(\.action) == [.changeStatus, .changeStatus])
            #expect(entries.map(\.detail) == ["archived", "active"])
            #expect(
                try await test.index.projectListing("brie", for: nil)?.project.lastSerial == 6)
            #expect(
                try await code {
                    try await test.index.archiveProject(try ProjectName("feta"), by: .machineOwner)
                } == .projectUnknown)
        }
    }

    @Test func `a quarantine ends by whoever runs the index saying so, and by nothing else`()
        async throws
    {
        try await Team.with(having: [:]) { team in
            let (index, brie) = (team.index, team.brie)
            func status() async throws -> ProjectStatus? {
                try await index.wholeListing(of: "brie")?.project.status
            }
            try await index.archiveProject(brie, by: .machineOwner)
            try await index.endQuarantine(of: brie, by: .machineOwner)
            #expect(try await status() == .archived)
            try await index.quarantineProject(brie, reason: "odd", by: .machineOwner)
            #expect(try await status() == .quarantined)
            for action in [
                { try await index.unarchiveProject(brie, by: .machineOwner) },
                { try await index.archiveProject(brie, by: .machineOwner) },
                {
                    try await index.deprecateProject(
                        brie, successor: nil, reason: nil, by: .machineOwner)
                },
                { try await index.endQuarantine(of: brie, by: team.test.requester) },
            ] as [@Sendable () async throws -> Void] {
                #expect(try await code { try await action() } == .projectClosed)
            }
            #expect(try await status() == .quarantined)
            try await index.endQuarantine(of: brie, by: .machineOwner)
            #expect(try await status() == .active)
            #expect(
                try await team.events() == [
                    .roleAdded, .archived, .unarchived, .quarantined, .unquarantined,
                ])
        }
    }

    @Test(arguments: TestDriver.available)
    func `a deleted file is gone and its name stays used`(_ driver: TestDriver) async throws {
        try await TestIndex.with(driver) { test in
            let brie = try ProjectName("brie")
            let sample = Sample.wheel()
            try await test.publish(sample)
            try await test.publish(.sdist())
            try await test.index.deleteFile(sample.filename, of: brie, by: test.requester)
            let listing = try #require(try await test.index.projectListing("brie", for: nil))
            #expect(listing.files.map(\.filename) == ["brie-1.0.tar.gz"])
            #expect(listing.project.totalBytes == Sample.sdist().bytes.count)
            #expect(try await test.index.offeredFile(sample.filename, for: nil) == nil)
            for name in [sample.filename, "other-1.0.tar.gz"] {
                #expect(
                    try await code {
                        try await test.index.deleteFile(name, of: brie, by: .machineOwner)
                    } == .fileUnknown)
            }
            let entry = try await test.index.journal(after: 5, limit: 1).first
            #expect(entry?.action == .deleteFile && entry?.filename == sample.filename)
            #expect(try await code { try await test.publish(sample) } == .filenameUsed)
        }
    }

    @Test func `a file is deleted from its own project only`() async throws {
        try await TestIndex.with { test in
            try await test.publish(.wheel())
            try await test.publish(WheelBuilder(name: "feta", version: "1.0").make())
            let refused = try await code {
                try await test.index.deleteFile(
                    Sample.wheel().filename, of: try ProjectName("feta"), by: .machineOwner)
            }
            #expect(refused == .fileUnknown)
        }
    }

    @Test(arguments: TestDriver.available)
    func `a deleted project comes back whole`(_ driver: TestDriver) async throws {
        try await TestIndex.with(driver) { test in
            let brie = try ProjectName("brie")
            try await test.publish(.wheel())
            #expect(
                try await code { try await test.index.restoreProject(brie, by: .machineOwner) }
                    == .projectUnknown)
            try await test.index.deleteProject(brie, by: test.requester)
            #expect(try await test.index.projectListing("brie", for: nil) == nil)
            #expect(try await test.index.projectListing("brie", for: test.principal) == nil)
            #expect(try await test.index.offeredFile(Sample.wheel().filename, for: nil) == nil)
            #expect(try await test.index.projectList(for: nil).projects.isEmpty)
            #expect(
                try await code { try await test.index.deleteProject(brie, by: .machineOwner) }
                    == .projectUnknown)
            try await test.index.restoreProject(brie, by: test.requester)
            #expect(try await test.index.projectListing("brie", for: nil)?.files.count == 1)
            let words = try await test.index.journal(after: 4, limit: 100).map(\.action)
            #expect(words == [.deleteProject, .restoreProject])
        }
    }

    @Test func `the words of the journal are those that mirrors know`() {
        #expect(
            JournalEntry.Action.allCases.map(\.rawValue) == [
                "create", "remove project", "restore project", "purge project", "change status",
                "change visibility", "change role", "new release", "remove release",
                "restore release", "yank release", "unyank release", "add file", "remove file",
                "restore file", "yank file", "unyank file",
            ])
    }
}

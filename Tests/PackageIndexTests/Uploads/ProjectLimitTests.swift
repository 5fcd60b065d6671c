import CheeseboardTesting
import Database
import PackageIndex
import PythonPackaging
import Testing

@Suite struct `Limits of a project's own` {
    @Test(arguments: TestDriver.available)
    func `let it have what others may not, where they are larger`(
        _ driver: TestDriver
    ) async throws {
        let size = Sample.wheel("1.1").bytes.count
        var settings = IndexSettings()
        settings.maximumFileBytes = size - 1
        try await TestIndex.with(driver) { test in
            try await test.publish(.wheel())
            let admin = Requester(Principal(user: try await test.addUser("root", isAdmin: true)))
            let strict = TestIndex(
                index: Index(
                    database: test.database, blobs: test.index.blobs, settings: settings,
                    clock: test.clock), database: test.database, clock: test.clock,
                folder: test.folder, user: test.user)
            let brie = try ProjectName("brie")
            func refusal(by principal: Principal? = nil) async throws -> RefusalCode? {
                let limit = try await strict.index.largestFile(by: principal ?? test.principal)
                return try await code {
                    var file = try await strict.index.receiveFile(limit: limit)
                    try await file.append(Sample.wheel("1.1").bytes[...])
                    file.discard()
                    try await strict.publish(.wheel("1.1"), by: principal)
                }
            }
            #expect(try await refusal() == .fileTooLarge)
            try await strict.index.setLimits(
                of: brie, fileBytes: size, totalBytes: nil, by: admin)
            let bob = Principal(user: try await test.addUser("bob"))
            #expect(try await refusal(by: bob) == .fileTooLarge)
            settings.maximumProjectBytes = size
            let full = Index(
                database: test.database, blobs: test.index.blobs, settings: settings,
                clock: test.clock)
            let upload = try await test.upload(
                (Sample.wheel("1.1").filename, Sample.wheel("1.1").bytes))
            #expect(
                try await code { try await full.publish(upload, by: test.principal) }
                    == .projectTooLarge)
            try await full.setLimits(of: brie, fileBytes: size, totalBytes: size * 3, by: admin)
            #expect(try await refusal() == nil)
            let project = try await test.index.projectListing("brie", for: nil)?.project
            #expect(project?.maximumFileBytes == size && project?.maximumTotalBytes == size * 3)
            for (bytes, requester, expected) in [
                (0, admin, RefusalCode.fieldInvalid), (1, test.requester, .administratorsOnly),
            ] {
                #expect(
                    try await code {
                        try await test.index.setLimits(
                            of: brie, fileBytes: bytes, totalBytes: nil, by: requester)
                    } == expected)
            }
            #expect(
                try await code {
                    try await test.index.setLimits(
                        of: try ProjectName("none"), fileBytes: 1, totalBytes: nil, by: admin)
                } == .projectUnknown)
        }
    }

    @Test(arguments: TestDriver.available)
    func `nothing comes back that would bring a project over its limit`(
        _ driver: TestDriver
    ) async throws {
        var settings = IndexSettings()
        settings.maximumProjectBytes =
            Sample.wheel().bytes.count + Sample.wheel("1.1").bytes.count - 1
        try await Team.with(driver, having: [:], settings: settings) { team in
            let (index, brie, alice) = (team.index, team.brie, team.test.requester)
            let wheel = Sample.wheel().filename
            try await index.deleteFile(wheel, of: brie, by: alice)
            try await team.test.publish(.wheel("1.1"))
            #expect(
                try await code { try await index.restoreFile(wheel, of: brie, by: alice) }
                    == .projectTooLarge)
            let files = try await index.projectListing("brie", for: nil)?.files
            #expect(files?.map(\.filename) == [Sample.wheel("1.1").filename])
            try await index.deleteRelease(try Version("1.1"), of: brie, by: alice)
            try await index.restoreFile(wheel, of: brie, by: alice)
            #expect(
                try await code {
                    try await index.restoreRelease(try Version("1.1"), of: brie, by: alice)
                } == .projectTooLarge)
            try await index.setLimits(
                of: brie, fileBytes: nil, totalBytes: 1 << 30, by: .machineOwner)
            try await index.restoreRelease(try Version("1.1"), of: brie, by: alice)
            #expect(try await index.projectListing("brie", for: nil)?.files.count == 2)
        }
    }
}

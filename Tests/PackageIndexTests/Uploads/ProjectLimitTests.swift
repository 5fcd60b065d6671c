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
}

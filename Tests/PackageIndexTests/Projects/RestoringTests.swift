import CheeseboardTesting
import Database
import PackageIndex
import PythonPackaging
import Testing

@Suite struct `Bringing back what was deleted` {
    private static let day = Duration.seconds(24 * 3600)

    @Test(arguments: TestDriver.available)
    func `a file, a release and a project come back within 30 days, and lists say until when`(
        _ driver: TestDriver
    ) async throws {
        try await Team.with(driver, having: [:]) { team in
            let (index, brie, alice) = (team.index, team.brie, team.test.requester)
            let wheel = Sample.wheel().filename
            try await team.test.publish(.sdist())
            try await team.test.publish(.wheel("1.1"))
            let size = try await index.projectListing("brie", for: nil)?.project.totalBytes
            let now = team.test.clock.now()
            let end = now + Self.day * 30
            try await index.deleteFile(wheel, of: brie, by: alice)
            try await index.deleteRelease(try Version("1.1"), of: brie, by: alice)
            #expect(
                try await index.deletedItems(of: brie, by: alice) == [
                    DeletedItem(
                        subject: .release("1.1"), deletedAt: now, restorableUntil: end),
                    DeletedItem(
                        subject: .file(version: "1.0", filename: wheel), deletedAt: now,
                        restorableUntil: end),
                ])
            team.test.clock.advance(by: Self.day * 30)
            try await index.restoreFile(wheel, of: brie, by: alice)
            try await index.restoreRelease(try Version("1.1"), of: brie, by: alice)
            #expect(try await index.deletedItems(of: brie, by: alice).isEmpty)
            let listing = try #require(try await index.projectListing("brie", for: nil))
            #expect(listing.files.count == 3 && listing.versions == ["1.0", "1.1"])
            #expect(listing.project.totalBytes == size)
            try await index.deleteProject(brie, by: alice)
            #expect(
                try await index.deletedProjects(of: alice).map(\.subject) == [.project("brie")])
            try await index.restoreProject(brie, by: alice)
            #expect(try await index.deletedProjects(of: alice).isEmpty)
            #expect(try await index.projectListing("brie", for: nil)?.files.count == 3)
            #expect(
                try await team.events().suffix(6) == [
                    .fileRemoved, .releaseRemoved, .fileRestored, .releaseRestored,
                    .projectRemoved, .projectRestored,
                ])
            let words = try await index.journal(after: 0, limit: 100).map(\.action)
            #expect(
                words.suffix(6) == [
                    .deleteFile, .deleteRelease, .restoreFile, .restoreRelease, .deleteProject,
                    .restoreProject,
                ])
        }
    }

    @Test(arguments: TestDriver.available)
    func `after the grace period nothing comes back, before and after the bytes are gone`(
        _ driver: TestDriver
    ) async throws {
        try await TestIndex.with(driver, clock: .atSystemTime()) { test in
            let (index, alice) = (test.index, test.requester)
            let (brie, feta) = (try ProjectName("brie"), try ProjectName("feta"))
            try await test.publish(.wheel())
            try await test.publish(.wheel("1.1"))
            try await test.publish(.wheel("1.2"))
            try await test.publish(WheelBuilder(name: "feta", version: "1.0").make())
            try await index.runDueJobs()
            try await index.deleteFile(Sample.wheel().filename, of: brie, by: alice)
            try await index.deleteRelease(try Version("1.1"), of: brie, by: alice)
            try await index.inviteCollaborator(
                try await test.addUser("bob").name, to: feta, as: .owner, by: alice)
            try await index.deleteProject(feta, by: alice)
            test.clock.advance(by: Self.day * 30 + .seconds(1))
            func refusals() async throws -> [RefusalCode?] {
                [
                    try await code {
                        try await index.restoreFile(
                            Sample.wheel().filename, of: brie, by: alice)
                    },
                    try await code {
                        try await index.restoreRelease(try Version("1.1"), of: brie, by: alice)
                    },
                    try await code { try await index.restoreProject(feta, by: alice) },
                ]
            }
            #expect(
                try await refusals() == [.restoreTooLate, .restoreTooLate, .restoreTooLate])
            #expect(try await index.deletedItems(of: brie, by: alice).isEmpty)
            #expect(try await index.deletedProjects(of: alice).isEmpty)
            try await index.collectGarbage()
            #expect(
                try await refusals() == [.fileUnknown, .releaseUnknown, .projectUnknown])
            #expect(try await index.verifyStorage().faults.isEmpty)
            // What was in somebody's own history stays there.
            let bob = Requester(Principal(user: try #require(try await index.user(named: "bob"))))
            test.clock.advance(by: .zero - Self.day)
            #expect(try await index.accountHistory(of: bob).map(\.tag) == [.roleInvited])
        }
    }

    @Test func `a release comes back with the files it had when it was deleted`() async throws {
        try await Team.with(having: [:]) { team in
            let (index, brie, alice) = (team.index, team.brie, team.test.requester)
            let wheel = Sample.wheel().filename
            try await team.test.publish(.sdist())
            try await index.deleteFile(wheel, of: brie, by: alice)
            team.test.clock.advance(by: Self.day)
            try await index.deleteRelease(try Version("1.0"), of: brie, by: alice)
            #expect(
                try await code { try await index.restoreFile(wheel, of: brie, by: alice) }
                    == .releaseUnknown)
            try await index.restoreRelease(try Version("1"), of: brie, by: alice)
            #expect(
                try await index.projectListing("brie", for: nil)?.files.map(\.filename)
                    == [Sample.sdist().filename])
            try await index.restoreFile(wheel, of: brie, by: alice)
            #expect(try await index.projectListing("brie", for: nil)?.files.count == 2)
            for refused in [
                try await code { try await index.restoreFile(wheel, of: brie, by: alice) },
                try await code { try await index.restoreFile("a\0", of: brie, by: alice) },
            ] { #expect(refused == .fileUnknown) }
            #expect(
                try await code {
                    try await index.restoreRelease(try Version("1.0"), of: brie, by: alice)
                } == .releaseUnknown)
        }
    }

    @Test func `a source distribution does not come back beside another where one is the rule`()
        async throws
    {
        var settings = IndexSettings()
        settings.profile = .pypi
        try await TestIndex.with { test in
            let brie = try ProjectName("brie")
            try await test.publish(.sdist())
            try await test.index.deleteFile(
                Sample.sdist().filename, of: brie, by: test.requester)
            try await test.publish(.zipSdist())
            let strict = Index(
                database: test.database, blobs: test.index.blobs, settings: settings,
                clock: test.clock)
            #expect(
                try await code {
                    try await strict.restoreFile(
                        Sample.sdist().filename, of: brie, by: test.requester)
                } == .sdistExists)
            try await test.index.restoreFile(
                Sample.sdist().filename, of: brie, by: test.requester)
        }
    }

    @Test func `one file is yanked by itself, with its reason`() async throws {
        try await Team.with(having: [:]) { team in
            let (index, brie, alice) = (team.index, team.brie, team.test.requester)
            try await team.test.publish(.sdist())
            try await index.yankFile(
                Sample.wheel().filename, of: brie, reason: "built wrong", by: alice)
            let files = try #require(try await index.projectListing("brie", for: nil)?.files)
            #expect(files.filter(\.isYanked).map(\.yankedReason) == ["built wrong"])
            try await index.unyankFile(Sample.wheel().filename, of: brie, by: alice)
            #expect(
                try await index.projectListing("brie", for: nil)?.files.contains(where: \.isYanked)
                    == false)
            #expect(
                try await code {
                    try await index.yankFile("none.whl", of: brie, reason: nil, by: alice)
                } == .fileUnknown)
            #expect(try await team.events().suffix(2) == [.fileYanked, .fileUnyanked])
        }
    }
}

import CheeseboardTesting
import PackageIndex
import PythonPackaging
import Testing

@Suite struct `Yanking` {
    @Test(arguments: TestDriver.available)
    func `passes over a release's files, which stay downloadable`(
        _ driver: TestDriver
    ) async throws {
        try await TestIndex.with(driver) { test in
            let brie = try ProjectName("Brie")
            try await test.publish(.wheel())
            try await test.publish(.sdist())
            try await test.publish(.wheel("1.1"))
            try await test.index.yankRelease(
                try Version("1"), of: brie, reason: "mouldy", by: test.requester)
            var files = try await test.index.projectListing("brie", for: nil)?.files ?? []
            #expect(files.map(\.isYanked) == [true, true, false])
            #expect(files.map(\.yankedReason) == ["mouldy", "mouldy", nil])
            #expect(try await test.index.offeredFile("brie-1.0.tar.gz", for: nil) != nil)
            try await test.index.yankRelease(
                try Version("1.1"), of: brie, reason: "", by: .machineOwner)
            try await test.index.unyankRelease(try Version("1.0"), of: brie, by: test.requester)
            files = try await test.index.projectListing("brie", for: nil)?.files ?? []
            #expect(files.map(\.isYanked) == [false, false, true])
            #expect(files.allSatisfy { $0.yankedReason == nil })
            let entries = try await test.index.journal(after: 7, limit: 100)
            #expect(entries.map(\.action) == [.yankRelease, .yankRelease, .unyankRelease])
            #expect(entries.map(\.detail) == ["mouldy", nil, nil])
            #expect(entries.map(\.version) == ["1.0", "1.1", "1.0"])
            #expect(entries.map(\.actor) == ["alice", nil, "alice"])
        }
    }

    @Test func `needs a release that is there`() async throws {
        try await TestIndex.with { test in
            let brie = try ProjectName("brie")
            let version = try Version("2.0")
            func yank() async throws -> RefusalCode? {
                try await code {
                    try await test.index.yankRelease(
                        version, of: brie, reason: nil, by: .machineOwner)
                }
            }
            #expect(try await yank() == .projectUnknown)
            try await test.publish(.wheel())
            #expect(try await yank() == .releaseUnknown)
            try await test.publish(.wheel("2.0"))
            try await test.index.deleteRelease(version, of: brie, by: .machineOwner)
            #expect(try await yank() == .releaseUnknown)
        }
    }
}

@Suite struct `The latest version` {
    @Test(
        arguments: [
            (["1.0", "1.10", "1.9"], [], "1.10"), (["1.0", "2.0rc1"], [], "1"),
            (["1.0a1", "1.0.dev1"], [], "1a1"), (["1.0", "2.0"], ["2.0"], "1"),
            (["1.0", "2.0"], ["1.0", "2.0"], "2"), (["1.0", "2.0rc1"], ["1.0"], "2rc1"),
            (["1.0", "1.0.post1"], [], "1.post1"), (["1!0.1", "9.0"], [], "1!0.1"),
        ] as [([String], [String], String)])
    func `is the highest final one that is not yanked`(
        _ versions: [String], _ yanked: [String], _ latest: String
    ) async throws {
        try await TestIndex.with { test in
            for version in versions { try await test.publish(.wheel(version)) }
            for version in yanked {
                try await test.index.yankRelease(
                    try Version(version), of: try ProjectName("brie"), reason: nil,
                    by: .machineOwner)
            }
            let listing = try await test.index.projectListing("brie", for: nil)
            #expect(listing?.latestVersion == latest)
            let detail = try await test.index.releaseDetail(of: "brie", version: nil, for: nil)
            #expect(try Version(detail?.version ?? "").canonical == latest)
        }
    }

    @Test func `is none where every release was deleted`() async throws {
        try await TestIndex.with { test in
            try await test.publish(.wheel())
            try await test.index.deleteRelease(
                try Version("1.0"), of: try ProjectName("brie"), by: .machineOwner)
            let listing = try #require(try await test.index.projectListing("brie", for: nil))
            #expect(listing.latestVersion == nil && listing.versions.isEmpty)
            #expect(listing.files.isEmpty && listing.project.totalBytes == 0)
            #expect(
                try await test.index.releaseDetail(of: "brie", version: nil, for: nil) == nil)
        }
    }
}

import CheeseboardTesting
import PackageIndex
import PythonPackaging
import Testing

@Suite struct `Publishing a file` {
    @Test(arguments: TestDriver.available)
    func `makes project, release and file, and says so in the journal`(
        _ driver: TestDriver
    ) async throws {
        try await TestIndex.with(driver) { test in
            let sample = Sample.wheel(form: ["comment": ["ripe"]]) {
                $0.metadata.summary = "Soft"
                $0.metadata.requiresPython = ">=3.9"
            }
            let outcome = try await test.publish(sample)
            #expect(!outcome.isUnchanged && outcome.warnings.isEmpty)
            let detail = try #require(
                try await test.index.releaseDetail(of: "brie", version: nil, for: nil))
            let file = try #require(detail.listing.files.first)
            #expect(detail.metadata.summary == "Soft")
            #expect(detail.roles.map(\.user) == ["alice"] && detail.roles.map(\.role) == [.owner])
            #expect(file.filename == sample.filename && file.byteCount == sample.bytes.count)
            #expect(file.kind == .wheel && file.pythonTag == "py3" && file.version == "1.0")
            #expect(file.requiresPython == ">=3.9" && file.comment == "ripe" && !file.isYanked)
            #expect(file.uploadedAt == test.clock.now() && file.metadataSHA256 != nil)
            #expect(detail.listing.project.totalBytes == sample.bytes.count)
            #expect(detail.listing.project.lastSerial == 4)
            let entries = try await test.index.journal(after: 0, limit: 100)
            #expect(entries.map(\.action) == [.createProject, .changeRole, .newRelease, .addFile])
            #expect(entries.map(\.serial) == [1, 2, 3, 4])
            #expect(entries.allSatisfy { $0.project == "brie" && $0.actor == "alice" })
            #expect(entries.last?.filename == sample.filename)
            #expect(entries.last?.version == "1.0" && entries.last?.detail == "py3")
        }
    }

    @Test(arguments: TestDriver.available)
    func `hands out the bytes of a file and of its metadata exactly`(
        _ driver: TestDriver
    ) async throws {
        try await TestIndex.with(driver) { test in
            let text = "Metadata-Version: 2.1\r\nName: brie\r\nVersion: 1.0\r\n\r\nSo\u{308}ft\r\n"
            let sample = Sample.wheel(metadata: text)
            try await test.publish(sample)
            let file = try #require(
                try await test.index.offeredFile(sample.filename, for: nil))
            let content = try #require(try await test.index.open(file, .content))
            #expect(try await content.read(at: 0, count: content.byteCount) == sample.bytes)
            let metadata = try #require(try await test.index.open(file, .metadata))
            #expect(try await metadata.read(at: 0, count: 10_000) == Array(text.utf8))
            #expect(file.project == "brie")
            try await test.publish(.sdist())
            let sdist = try #require(
                try await test.index.offeredFile("brie-1.0.tar.gz", for: nil))
            #expect(try await test.index.open(sdist, .metadata) == nil)
            #expect(try await test.index.offeredFile("no\0thing", for: nil) == nil)
        }
    }

    @Test(arguments: TestDriver.available)
    func `the same file again changes nothing`(_ driver: TestDriver) async throws {
        try await TestIndex.with(driver) { test in
            try await test.publish(.wheel())
            let before = try await test.index.journal(after: 0, limit: 100)
            test.clock.advance(by: .seconds(3600))
            let outcome = try await test.publish(.wheel())
            #expect(outcome.isUnchanged)
            #expect(try await test.index.journal(after: 0, limit: 100) == before)
            #expect(try await test.index.lastSerial() == 4)
            #expect(try test.folder.files(in: "staging").isEmpty)
        }
    }

    @Test(arguments: TestDriver.available)
    func `another file of the same name is a conflict in words that clients look for`(
        _ driver: TestDriver
    ) async throws {
        try await TestIndex.with(driver) { test in
            try await test.publish(.wheel())
            let refusal = try await #require(throws: Refusal.self) {
                try await test.publish(.wheel { $0.files.append(("more.py", [])) })
            }
            #expect(refusal.code == .fileExists && refusal.kind == .conflict)
            #expect(
                refusal.message.hasPrefix(
                    "File already exists ('brie-1.0-py3-none-any.whl', with blake2_256 hash '"))
        }
    }

    @Test func `the first file of a release gives its metadata, later ones leave it`() async throws
    {
        try await TestIndex.with { test in
            try await test.publish(.wheel { $0.metadata.summary = "first" })
            try await test.publish(.sdist("1.0.0") { $0.metadata.summary = "second" })
            let detail = try #require(
                try await test.index.releaseDetail(
                    of: "brie", version: try Version("1"), for: nil))
            #expect(detail.metadata.summary == "first" && detail.version == "1.0")
            #expect(detail.listing.versions == ["1.0"] && detail.listing.files.count == 2)
        }
    }

    @Test func `the project shows the spelling of the latest upload`() async throws {
        try await TestIndex.with { test in
            try await test.publish(.wheel())
            try await test.publish(.wheel("1.1") { $0.metadata.name = "Brie" })
            let list = try await test.index.projectList(for: nil)
            #expect(list.projects.map(\.name) == ["Brie"])
            #expect(list.projects.map(\.normalizedName) == ["brie"])
            #expect(list.serial == 6 && list.projects.map(\.lastSerial) == [6])
        }
    }

    @Test(arguments: TestDriver.available)
    func `a deleted release comes back with the metadata of its new first file`(
        _ driver: TestDriver
    ) async throws {
        try await TestIndex.with(driver) { test in
            let brie = try ProjectName("brie")
            try await test.publish(.wheel { $0.metadata.summary = "old" })
            try await test.index.deleteRelease(try Version("1.0"), of: brie, by: test.requester)
            await #expect(throws: Refusal.self) { try await test.publish(.wheel()) }
            try await test.publish(.sdist { $0.metadata.summary = "new" })
            let detail = try #require(
                try await test.index.releaseDetail(of: "brie", version: nil, for: nil))
            #expect(detail.metadata.summary == "new")
            #expect(detail.listing.files.map(\.filename) == ["brie-1.0.tar.gz"])
            let words = try await test.index.journal(after: 4, limit: 100).map(\.action)
            #expect(words == [.deleteRelease, .newRelease, .addFile])
        }
    }

    @Test func `a file that is added to a yanked release is yanked with it`() async throws {
        try await TestIndex.with { test in
            let brie = try ProjectName("brie")
            try await test.publish(.wheel())
            try await test.index.yankRelease(
                try Version("1.0"), of: brie, reason: "mouldy", by: test.requester)
            try await test.publish(.sdist())
            let files = try await test.index.projectListing("brie", for: nil)?.files ?? []
            #expect(files.map(\.isYanked) == [true, true])
            #expect(files.map(\.yankedReason) == ["mouldy", "mouldy"])
        }
    }
}

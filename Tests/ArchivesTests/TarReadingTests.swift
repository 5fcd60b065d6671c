import Archives
import CheeseboardTesting
import Testing

@Suite struct `Reading tar files` {
    @Test(arguments: [TarWriter.Style.pax, .gnu])
    func `members are shown in order with their contents`(style: TarWriter.Style) throws {
        var contents: [String: [UInt8]] = [:]
        var members: [TarMember] = []
        try TarArchive.walk(
            MemoryByteSource(ArchiveFixtures.tar(style).gzipped()), compression: .gzip,
            limits: .upload
        ) { member, content in
            members.append(member)
            contents[member.path] = try content.read(limit: 1000)
        }
        #expect(members.map(\.path) == ["pkg", "pkg/a.txt", "pkg/b.txt"])
        #expect(members.map(\.kind) == [.directory, .file, .file])
        #expect(members.map(\.size) == [0, 6, 280])
        #expect(members.map(\.mode) == [0o755, 0o644, 0o644])
        #expect(members.map(\.headerOffset) == [0, 512, 1536])
        #expect(members.allSatisfy { $0.modificationTime == 315_532_800 })
        #expect(members.allSatisfy { $0.topDirectory == "pkg" })
        #expect(contents["pkg/a.txt"] == ArchiveFixtures.hello)
        #expect(contents["pkg/b.txt"] == ArchiveFixtures.repeated)
    }

    @Test(arguments: [TarCompression.none, .gzip])
    func `contents are streamed, skipped or read in part`(compression: TarCompression) throws {
        var random = SeededRandom(seed: 2)
        let big = random.bytes(300_001)
        var writer = TarWriter()
        for name in ["a", "b", "c"] { writer.addFile("pkg/\(name)", big) }
        let bytes = compression == .gzip ? writer.gzipped() : writer.bytes()
        var streamed: [UInt8] = []
        var firstChunk = 0
        try TarArchive.walk(MemoryByteSource(bytes), compression: compression, limits: .upload) {
            member, content in
            switch member.path {
            case "pkg/a": firstChunk = try content.next()?.count ?? 0
            case "pkg/c":
                #expect(content.remaining == big.count)
                try content.stream { chunk in
                    #expect(chunk.count <= 65_536)
                    streamed += chunk
                }
                #expect(content.remaining == 0)
                #expect(try content.next() == nil)
            default: break
            }
        }
        #expect(streamed == big)
        #expect((1...65_536).contains(firstChunk))
    }

    @Test func `a content beyond the caller's limit is refused unread`() {
        let refusal = ArchiveFixtures.refusal {
            try TarArchive.walk(
                MemoryByteSource(ArchiveFixtures.tar().bytes()), compression: .none,
                limits: .upload
            ) { _, content in _ = try content.read(limit: 5) }
        }
        #expect(refusal?.reason == .memberTooLarge)
    }

    @Test func `what the visitor throws comes out`() {
        struct Enough: Error {}
        #expect(throws: Enough.self) {
            try TarArchive.walk(
                MemoryByteSource(ArchiveFixtures.tar().bytes()), compression: .none,
                limits: .upload
            ) { _, _ in throw Enough() }
        }
    }

    @Test(arguments: [TarWriter.Style.pax, .gnu])
    func `long names and targets are read`(style: TarWriter.Style) throws {
        let long = "pkg/" + String(repeating: "long/", count: 40)
        var writer = TarWriter(style: style)
        writer.addFile(long + "file", "x")
        writer.addSymbolicLink(long + "link", to: long + "file")
        let members = try ArchiveFixtures.list(writer.bytes())
        #expect(members.map(\.path) == [long + "file", long + "link"])
        #expect(members[1].kind == .symbolicLink(target: long + "file"))
    }

    @Test func `a ustar prefix comes before the name`() throws {
        var writer = TarWriter()
        var entry = TarEntry("file", "0")
        entry.prefix = Array("pkg/folder".utf8)
        writer.add(entry)
        #expect(try ArchiveFixtures.list(writer.bytes())[0].path == "pkg/folder/file")
    }

    @Test func `a leading step for the same folder is dropped`() throws {
        var writer = TarWriter()
        writer.addDirectory("./")
        writer.addDirectory("./pkg")
        writer.addFile("././pkg/a", "x")
        #expect(try ArchiveFixtures.list(writer.bytes()).map(\.path) == ["", "pkg", "pkg/a"])
    }

    @Test func `old headers are read`() throws {
        var writer = TarWriter()
        var folder = TarEntry("pkg/", "\u{0}")
        folder.hasMagic = false
        writer.add(folder)
        var file = TarEntry("pkg/a", "\u{0}")
        file.hasMagic = false
        writer.add(file, [1])
        var signed = TarEntry("pkg/é", "7")
        signed.hasSignedChecksum = true
        writer.add(signed, [2])
        let members = try ArchiveFixtures.list(writer.bytes())
        #expect(members.map(\.kind) == [.directory, .file, .file])
        #expect(members.map(\.path) == ["pkg", "pkg/a", "pkg/é"])
    }

    @Test func `numbers in base 256 are read`() throws {
        var writer = TarWriter()
        var entry = TarEntry("pkg/a", "0")
        entry.sizeField = [0x80] + [UInt8](repeating: 0, count: 9) + [0, 6]
        writer.add(entry, ArchiveFixtures.hello)
        #expect(try ArchiveFixtures.list(writer.bytes())[0].size == 6)
    }

    @Test func `links inside the top folder are read`() throws {
        var writer = ArchiveFixtures.tar()
        writer.addHardLink("pkg/hard", to: "./pkg/a.txt")
        writer.addSymbolicLink("pkg/soft", to: "a.txt")
        writer.addSymbolicLink("pkg/x/y/up", to: "../../a.txt")
        writer.addSymbolicLink("pkg/x/top", to: "..")
        let members = try ArchiveFixtures.list(writer.bytes()).dropFirst(3)
        #expect(
            members.map(\.kind) == [
                .hardLink(target: "pkg/a.txt"), .symbolicLink(target: "a.txt"),
                .symbolicLink(target: "../../a.txt"), .symbolicLink(target: ".."),
            ])
    }

    @Test func `pax records that change nothing are passed over`() throws {
        var writer = TarWriter()
        writer.addRecords([("comment", Array("abc".utf8))], type: "g")
        writer.addRecords([("mtime", Array("1.5".utf8)), ("size", Array("1".utf8))])
        writer.addFile("pkg/a", "x")
        #expect(try ArchiveFixtures.list(writer.bytes()).map(\.path) == ["pkg/a"])
    }

    @Test func `a folder may be listed twice`() throws {
        var writer = ArchiveFixtures.tar()
        writer.addDirectory("pkg")
        #expect(try ArchiveFixtures.list(writer.bytes()).count == 4)
    }

    @Test func `an archive of zeros has no members`() throws {
        #expect(try ArchiveFixtures.list([UInt8](repeating: 0, count: 10_240)).isEmpty)
    }
}

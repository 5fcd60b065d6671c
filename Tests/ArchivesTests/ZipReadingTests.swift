import Archives
import CheeseboardTesting
import Testing

@Suite struct `Reading zip files` {
    @Test func `members are listed in order, folders without their slash`() throws {
        let archive = try ArchiveFixtures.open(ArchiveFixtures.zip().bytes())
        #expect(archive.members.map(\.path) == ["pkg", "pkg/a.txt", "pkg/b.txt"])
        #expect(archive.members.map(\.isDirectory) == [true, false, false])
        #expect(archive.members.map(\.method) == [.stored, .stored, .deflated])
        #expect(archive.members.map(\.uncompressedSize) == [0, 6, 280])
        #expect(archive.members[1].unixMode == 0o100644)
        #expect(archive.members[2].compressedSize < 30)
        #expect(archive.members[1].crc32 == Deflater.crc32(ArchiveFixtures.hello))
        #expect(archive.members.allSatisfy { !$0.isSymbolicLink })
    }

    @Test func `a member is found by its path`() throws {
        let archive = try ArchiveFixtures.open(ArchiveFixtures.zip().bytes())
        #expect(archive.member(at: "pkg/b.txt") == archive.members[2])
        #expect(archive.member(at: "pkg/c.txt") == nil)
    }

    @Test func `contents are read whole and in chunks`() throws {
        let archive = try ArchiveFixtures.open(ArchiveFixtures.zip().bytes())
        #expect(try archive.read(archive.members[0], limit: 0) == [])
        #expect(try archive.read(archive.members[1], limit: 6) == ArchiveFixtures.hello)
        #expect(try archive.read(archive.members[2], limit: 280) == ArchiveFixtures.repeated)
        var streamed: [UInt8] = []
        try archive.stream(archive.members[2]) { streamed += $0 }
        #expect(streamed == ArchiveFixtures.repeated)
        try archive.verify()
    }

    @Test func `a content beyond the caller's limit is refused unread`() throws {
        let archive = try ArchiveFixtures.open(ArchiveFixtures.zip().bytes())
        #expect(throws: ArchiveError.self) { try archive.read(archive.members[1], limit: 5) }
    }

    @Test(arguments: [ZipWriter.Method.stored, .deflated])
    func `large contents come in chunks of at most 64 KiB`(method: ZipWriter.Method) throws {
        var random = SeededRandom(seed: 1)
        let content = random.bytes(200_000) + [UInt8](repeating: 7, count: 300_000)
        var writer = ZipWriter()
        writer.add("big", content, method)
        let archive = try ArchiveFixtures.open(writer.bytes())
        var streamed: [UInt8] = []
        var sizes: [Int] = []
        try archive.stream(archive.members[0]) { chunk in
            streamed += chunk
            sizes.append(chunk.count)
        }
        #expect(streamed == content)
        #expect(sizes.allSatisfy { (1...65_536).contains($0) })
    }

    @Test func `what the body of a stream throws comes out`() throws {
        struct Enough: Error {}
        let archive = try ArchiveFixtures.open(ArchiveFixtures.zip().bytes())
        #expect(throws: Enough.self) {
            try archive.stream(archive.members[1]) { _ in throw Enough() }
        }
    }

    @Test func `chunks that are kept do not change`() throws {
        var writer = ZipWriter()
        writer.add("a", [UInt8](repeating: 1, count: 70_000) + [2], .deflated)
        let archive = try ArchiveFixtures.open(writer.bytes())
        var kept: [ArraySlice<UInt8>] = []
        try archive.stream(archive.members[0]) { kept.append($0) }
        #expect(kept.first == [UInt8](repeating: 1, count: 65_536)[...])
    }

    @Test func `an empty archive has no members`() throws {
        let archive = try ArchiveFixtures.open(ZipWriter().bytes())
        #expect(archive.members.isEmpty)
    }

    @Test func `an archive comment is allowed`() throws {
        var writer = ArchiveFixtures.zip()
        writer.end.comment = Array("made by hand".utf8)
        #expect(try ArchiveFixtures.open(writer.bytes()).members.count == 3)
        writer.end.comment = [UInt8](repeating: 0x20, count: 65_535)
        #expect(try ArchiveFixtures.open(writer.bytes()).members.count == 3)
    }

    @Test func `names outside of ASCII are UTF-8`() throws {
        var writer = ZipWriter()
        writer.add("käse/fromage 🧀.txt", "x")
        let archive = try ArchiveFixtures.open(writer.bytes())
        #expect(archive.members[0].path == "käse/fromage 🧀.txt")
    }

    @Test func `modes are read from archives made on Unix only`() throws {
        var writer = ArchiveFixtures.zip()
        writer.entries[1].madeBy = 0x0014
        #expect(try ArchiveFixtures.open(writer.bytes()).members[1].unixMode == nil)
        writer.entries[1].madeBy = 0x1314
        #expect(try ArchiveFixtures.open(writer.bytes()).members[1].unixMode == 0o100644)
    }

    @Test func `sizes and the directory's place are read from ZIP64 fields`() throws {
        var writer = ArchiveFixtures.zip()
        writer.entries[1].useZip64()
        writer.entries[2].useZip64()
        writer.end.hasZip64 = true
        for defers in [true, false] {
            writer.end.defersToZip64 = defers
            let archive = try ArchiveFixtures.open(writer.bytes())
            #expect(archive.members.map(\.uncompressedSize) == [0, 6, 280])
            try archive.verify()
        }
    }

    @Test func `a ZIP64 field may repeat what the header says`() throws {
        var writer = ArchiveFixtures.zip()
        writer.entries[1].local.extra = ZipEntry.extraField(1, ZipEntry.words([6, 6]))
        writer.entries[2].central.extra = ZipEntry.extraField(1, [])
        #expect(try ArchiveFixtures.open(writer.bytes()).members.count == 3)
    }

    @Test func `other extra fields are passed over`() throws {
        var writer = ArchiveFixtures.zip()
        writer.entries[1].set { header in
            header.extra =
                ZipEntry.extraField(0x5455, [1, 0, 0, 0, 0])
                + ZipEntry.extraField(0x7075, [1, 0, 0, 0, 0] + Array("pkg/a.txt".utf8))
        }
        #expect(try ArchiveFixtures.open(writer.bytes()).members.count == 3)
    }

    @Test func `members may lie in another order than they are listed`() throws {
        let bytes = ArchiveFixtures.zip().bytes()
        let archive = try ArchiveFixtures.open(bytes)
        var writer = ArchiveFixtures.zip()
        writer.entries[0].headerOffset = UInt32(archive.members[0].headerOffset)
        var swapped = writer.entries
        swapped[1].headerOffset = UInt32(archive.members[1].headerOffset)
        swapped[2].headerOffset = UInt32(archive.members[2].headerOffset)
        // The headers of the same members, listed backwards behind the same data.
        var listing = ZipWriter()
        listing.prefix = Array(bytes.prefix { _ in true }.prefix(directoryStart(of: bytes)))
        listing.entries = swapped.reversed().map { entry in
            var entry = entry
            entry.isInFile = false
            return entry
        }
        let reversed = try ArchiveFixtures.open(listing.bytes())
        #expect(reversed.members.map(\.path) == ["pkg/b.txt", "pkg/a.txt", "pkg"])
        try reversed.verify()
    }

    private func directoryStart(of bytes: [UInt8]) -> Int {
        let field = bytes.suffix(6).prefix(4)
        return field.reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    @Test func `more members than a plain end record can count are opened`() throws {
        var writer = ZipWriter()
        var template = ZipEntry("name", [], .stored)
        for number in 0..<70_000 {
            template.set { $0.name = Array("pkg/\(number)".utf8) }
            writer.entries.append(template)
        }
        writer.end.hasZip64 = true
        let archive = try ArchiveFixtures.open(writer.bytes())
        #expect(archive.members.count == 70_000)
        #expect(archive.member(at: "pkg/69999") != nil)
    }
}

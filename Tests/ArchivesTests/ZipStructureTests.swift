import Archives
import CheeseboardTesting
import Testing

/// Zip files with one thing wrong.
enum ZipCases {
    static let unicodePath = [UInt8](repeating: 0, count: 5)

    static let structure: [ZipCase] = [
        ZipCase(tolerated: "data descriptor", .dataDescriptor) {
            $0.entries[2].useDataDescriptor()
        },
        ZipCase(tolerated: "member comment", .memberComment) { $0.entries[1].comment = [0x21] },
        ZipCase(tolerated: "gap between members", .unknownRecord) { $0.entries[1].gapBefore = [0] },
        ZipCase(tolerated: "gap that looks like a record", .unknownRecord) {
            $0.entries[2].gapBefore = Array("PK\u{8}\u{7}".utf8) + [UInt8](repeating: 0, count: 12)
        },
        ZipCase(tolerated: "bytes before the first member", .unknownRecord) {
            $0.prefix = Array("#!/bin/sh\n".utf8)
        },
        ZipCase(tolerated: "bytes before the directory", .unknownRecord) { writer in
            writer.entries.append(ZipEntry("x", [], .stored))
            writer.entries[3].isInFile = false
            writer.entries[3].isInDirectory = false
            writer.entries[3].gapBefore = [1, 2]
        },
        ZipCase(tolerated: "member that is not listed", .mismatch) {
            $0.entries[1].isInDirectory = false
        },
        ZipCase(tolerated: "last member that is not listed", .mismatch) {
            $0.entries[2].isInDirectory = false
        },
        ZipCase("trailing data", .trailingData) { $0.suffix = [0] },
        ZipCase("second archive behind the first", .mismatch) {
            $0.suffix = ArchiveFixtures.zip().bytes()
        },
        ZipCase("empty archive in the comment", .mismatch) { writer in
            writer.end.comment = ZipWriter().bytes()
        },
        ZipCase("too few members stated", .mismatch) { $0.end.count = 2 },
        ZipCase("too many members stated", .mismatch) { $0.end.count = 4 },
        ZipCase("directory size too small", .mismatch) { $0.end.size = 10 },
        ZipCase("directory offset too large", .mismatch) { $0.end.offset = 5000 },
        ZipCase("directory outside of 64 bits", .mismatch) { writer in
            writer.end.hasZip64 = true
            writer.end.offset = .max
        },
        ZipCase("numbers beyond 63 bits", .malformed) { writer in
            writer.end.hasZip64 = true
            writer.end.size = -1
        },
        ZipCase("other disk", .multiDisk) { $0.end.disk = 1 },
        ZipCase("directory on another disk", .multiDisk) { $0.end.directoryDisk = 1 },
        ZipCase("members on other disks", .multiDisk) { $0.end.countOnDisk = 2 },
        ZipCase("member that starts on another disk", .multiDisk) { $0.entries[1].disk = 1 },
        ZipCase("ZIP64: several disks", .multiDisk) { writer in
            writer.end.hasZip64 = true
            writer.end.diskTotal = 2
        },
        ZipCase("ZIP64: other disk", .multiDisk) { writer in
            writer.end.hasZip64 = true
            writer.end.disk = 0xFFFF
        },
        ZipCase("ZIP64: extensible data", .malformed) { writer in
            writer.end.hasZip64 = true
            writer.end.extensibleData = [1, 2, 3, 4]
        },
        ZipCase("ZIP64: locator to nowhere", .malformed) { writer in
            writer.end.hasZip64 = true
            writer.end.zip64Offset = 1 << 40
        },
        ZipCase("ZIP64: locator to another record", .malformed) { writer in
            writer.end.hasZip64 = true
            writer.end.zip64Offset = 0
        },
        ZipCase("ZIP64: contradiction of the plain end", .mismatch) { writer in
            writer.end.hasZip64 = true
            writer.end.defersToZip64 = false
            writer.end.count = 3 + 65_536
        },
    ]

    static let members: [ZipCase] = [
        ZipCase("name listed twice", .duplicateName) {
            $0.entries[2].set { $0.name = Array("pkg/a.txt".utf8) }
        },
        ZipCase("file and folder of one name", .duplicateName) {
            $0.entries[2].set { $0.name = Array("pkg".utf8) }
        },
        ZipCase("same data for two members", .overlap) { writer in
            var copy = writer.entries[2]
            copy.isInFile = false
            copy.set { $0.name = Array("pkg/c.txt".utf8) }
            copy.headerOffset = 79
            writer.entries.append(copy)
        },
        ZipCase("member that begins inside of another", .overlap) { writer in
            writer.entries[2].headerOffset = 60
        },
        ZipCase("member behind the directory", .malformed) { $0.entries[2].headerOffset = 4000 },
        ZipCase("data that reach into the directory", .malformed) { writer in
            writer.entries[2].set { $0.compressedSize += 10 }
        },
        ZipCase("encrypted member", .encrypted) { $0.entries[1].set { $0.flags |= 1 } },
        ZipCase("strongly encrypted member", .encrypted) { $0.entries[1].set { $0.flags |= 64 } },
        ZipCase("masked headers", .encrypted) { $0.entries[1].set { $0.flags |= 1 << 13 } },
        ZipCase("patch", .unsupportedMethod) { $0.entries[1].set { $0.flags |= 32 } },
        ZipCase("version from the future", .unsupportedMethod) {
            $0.entries[1].set { $0.versionNeeded = 64 }
        },
        ZipCase("bzip2", .unsupportedMethod) { $0.entries[1].set { $0.method = 12 } },
        ZipCase("stored with two sizes", .mismatch) {
            $0.entries[1].set { $0.uncompressedSize = 5 }
        },
        ZipCase("folder with content", .mismatch) { writer in
            writer.entries[1].set { $0.name = Array("pkg/a/".utf8) }
        },
        ZipCase("file with the mode of a folder", .mismatch) { $0.entries[1].unixMode = 0o040755 },
        ZipCase(tolerated: "symbolic link", .unsupportedMember) {
            $0.entries[1].unixMode = 0o120777
        },
        ZipCase("device", .unsupportedMember) { $0.entries[1].unixMode = 0o020644 },
        ZipCase("extra field cut off", .malformed) { $0.entries[1].central.extra = [1, 0, 8] },
        ZipCase("extra field too long", .malformed) { $0.entries[1].central.extra = [9, 0, 8, 0] },
        ZipCase("ZIP64 field of a strange length", .malformed) {
            $0.entries[1].central.extra = ZipEntry.extraField(1, [0, 0, 0])
        },
        ZipCase("two ZIP64 fields", .malformed) {
            $0.entries[1].central.extra = [1, 0, 0, 0, 1, 0, 0, 0]
        },
        ZipCase("ZIP64 field missing", .malformed) {
            $0.entries[1].central.uncompressedSize = .max
        },
        ZipCase("ZIP64 field too short", .malformed) { writer in
            writer.entries[1].useZip64()
            writer.entries[1].central.extra = ZipEntry.extraField(1, ZipEntry.words([6]))
        },
        ZipCase("ZIP64 field beyond 63 bits", .malformed) { writer in
            writer.entries[1].useZip64()
            writer.entries[1].central.extra = ZipEntry.extraField(1, ZipEntry.words([.max, 6]))
        },
        ZipCase("ZIP64 field against the header", .mismatch) {
            $0.entries[1].central.extra = ZipEntry.extraField(1, ZipEntry.words([7, 6]))
        },
        ZipCase("two Unicode paths", .malformed) { writer in
            let field = ZipEntry.extraField(0x7075, unicodePath + Array("pkg/a.txt".utf8))
            writer.entries[1].central.extra = field + field
        },
        ZipCase("Unicode path cut off", .malformed) {
            $0.entries[1].central.extra = ZipEntry.extraField(0x7075, [1, 2])
        },
        ZipCase(tolerated: "Unicode path with another name", .mismatch) {
            $0.entries[1].central.extra = ZipEntry.extraField(0x7075, unicodePath + [0x61])
        },
        ZipCase("central header longer than the directory", .malformed) { writer in
            writer.entries[2].central.extra = ZipEntry.extraField(9, [1])
            writer.entries[2].centralExtraCount = 500
        },
        ZipCase("unknown record in the directory", .unknownRecord) {
            $0.entries[2].centralSignature = 0x0505_4B50
        },
    ]

    static let localHeaders: [ZipCase] = [
        ZipCase("other name", .mismatch) { $0.entries[1].local.name = Array("pkg/c.txt".utf8) },
        ZipCase("shorter name", .mismatch) { writer in
            writer.entries[1].local.name = Array("pkg/a".utf8)
            writer.entries[1].local.extra = ZipEntry.extraField(9, [])
        },
        ZipCase("other method", .mismatch) { $0.entries[2].local.method = 0 },
        ZipCase("other compressed size", .mismatch) { $0.entries[2].local.compressedSize += 1 },
        ZipCase("other size", .mismatch) { $0.entries[2].local.uncompressedSize += 1 },
        ZipCase("other checksum", .mismatch) { $0.entries[2].local.crc32 ^= 1 },
        ZipCase("encrypted here only", .encrypted) { $0.entries[2].local.flags |= 1 },
        ZipCase("missing ZIP64 field", .malformed) { $0.entries[2].local.compressedSize = .max },
        ZipCase("malformed extra fields", .malformed) { $0.entries[2].local.extra = [1] },
        ZipCase("data behind the directory", .malformed) { writer in
            writer.entries[2].local.extra = ZipEntry.extraField(9, [UInt8](repeating: 0, count: 30))
            writer.entries[2].data = []
        },
        ZipCase("no local header", .unknownRecord) {
            $0.entries[2].localSignature = 0x0505_4B50
        },
    ]
}

@Suite struct `The structure of zip files` {
    @Test(arguments: ZipCases.structure + ZipCases.members + ZipCases.localHeaders)
    func `what programs would read differently is refused`(broken: ZipCase) throws {
        var writer = ArchiveFixtures.zip()
        broken.spoil(&writer)
        broken.check(writer.bytes()) {
            _ = try ArchiveFixtures.open($0)
        } lenient: {
            try ArchiveFixtures.open($0, .reading).verify()
        }
    }

    @Test func `a comment that is cut off shows an incomplete file`() throws {
        var writer = ArchiveFixtures.zip()
        writer.end.comment = Array("comment".utf8)
        let refusal = ArchiveFixtures.refusal {
            _ = try ArchiveFixtures.open(writer.bytes().dropLast(3))
        }
        #expect(refusal?.reason == .truncated)
    }

    @Test(arguments: [
        [], [0x50], Array("PK\u{3}\u{4}".utf8), Array("hello world, this is text".utf8),
    ])
    func `a file without an end record is no zip file`(bytes: [UInt8]) {
        let refusal = ArchiveFixtures.refusal { _ = try ArchiveFixtures.open(bytes) }
        #expect(refusal?.reason == .notAnArchive)
    }

    @Test func `a local header that a second archive lacks is refused when read`() throws {
        let member = try ArchiveFixtures.open(ArchiveFixtures.zip().bytes()).members[2]
        var writer = ZipWriter()
        writer.add("x")
        let other = try ArchiveFixtures.open(writer.bytes())
        let refusal = ArchiveFixtures.refusal { _ = try other.read(member, limit: 1000) }
        #expect(refusal?.reason == .malformed)
    }

    @Test func `a failing source is no fault of the archive`() {
        #expect(throws: ArchiveError.self) {
            try ZipArchive(BrokenSource(), limits: .upload)
        }
        do {
            _ = try ZipArchive(BrokenSource(), limits: .upload)
        } catch {
            #expect(error.invalid == nil)
            #expect(error.description.hasPrefix("the archive could not be read"))
        }
    }

    @Test func `a source that ends before its stated size shows an incomplete file`() {
        let refusal = ArchiveFixtures.refusal {
            _ = try ZipArchive(BrokenSource(byteCount: 1000, bytes: [1, 2, 3]), limits: .upload)
        }
        #expect(refusal?.reason == .truncated)
    }
}

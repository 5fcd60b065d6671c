import Archives
import CheeseboardTesting
import Testing

/// Tar files with one thing wrong.
enum TarCases {
    private static func entry(_ type: Character, _ change: (inout TarEntry) -> Void = { _ in })
        -> TarEntry
    {
        var entry = TarEntry("pkg/c", type, linkName: "pkg/a.txt")
        change(&entry)
        return entry
    }

    static let headers: [TarCase] = [
        TarCase("wrong checksum", .wrongChecksum) {
            $0.add(entry("0") { $0.checksumField = Array("000001\u{0} ".utf8) })
        },
        TarCase("checksum that is no number", .wrongChecksum) {
            $0.add(entry("0") { $0.checksumField = Array("12x456\u{0} ".utf8) })
        },
        TarCase("size that is no number", .malformed) {
            $0.add(entry("0") { $0.sizeField = Array("abc".utf8) })
        },
        TarCase("size with a space between its digits", .malformed) {
            $0.add(entry("0") { $0.sizeField = Array("000000 00000".utf8) })
        },
        TarCase("owner that is no number", .malformed) {
            $0.add(entry("0") { $0.ownerField = Array("root".utf8) })
        },
        TarCase("negative size", .malformed) {
            $0.add(entry("0") { $0.sizeField = [UInt8](repeating: 0xFF, count: 12) })
        },
        TarCase("size beyond 64 bits", .malformed) {
            $0.add(entry("0") { $0.sizeField = [0x80] + [UInt8](repeating: 0x7F, count: 11) })
        },
        TarCase("member beyond the limit", .memberTooLarge) {
            $0.add(entry("0") { $0.sizeField = [0x80, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0] })
        },
        TarCase("content cut off", .truncated) {
            $0.add(entry("0") { $0.sizeField = Array("00000077777".utf8) })
        },
        TarCase("character device", .unsupportedMember) { $0.add(entry("3")) },
        TarCase("block device", .unsupportedMember) { $0.add(entry("4")) },
        TarCase("pipe", .unsupportedMember) { $0.add(entry("6")) },
        TarCase("sparse file", .unsupportedMember) { $0.add(entry("S")) },
        TarCase("volume label", .unsupportedMember) { $0.add(entry("V")) },
        TarCase("folder with content", .mismatch) { $0.add(entry("5"), [1]) },
        TarCase("link with content", .mismatch) { $0.add(entry("1"), [1]) },
        TarCase("file that is named as a folder", .mismatch) {
            $0.add(entry("0") { $0.name = Array("pkg/c/".utf8) })
        },
        TarCase("file without a name of its own", .mismatch) {
            $0.add(entry("0") { $0.name = Array(".".utf8) })
        },
        TarCase(tolerated: "prefix in a GNU header", .malformed) {
            $0.add(
                entry("0") {
                    $0.isGNU = true
                    $0.prefix = Array("pkg".utf8)
                })
        },
        TarCase(tolerated: "file listed twice", .duplicateName) { $0.addFile("pkg/a.txt", "x") },
        TarCase(tolerated: "file in the place of a folder", .duplicateName) {
            $0.addFile("pkg", "x")
        },
        TarCase(tolerated: "folder in the place of a file", .duplicateName) {
            $0.addDirectory("pkg/a.txt")
        },
    ]

    static let extensions: [TarCase] = [
        TarCase("sparse file by pax records", .unsupportedMember) {
            $0.addRecords([("GNU.sparse.major", [0x31])])
        },
        TarCase("sparse files by global pax records", .unsupportedMember) {
            $0.addRecords([("GNU.sparse.name", [0x61])], type: "g")
        },
        TarCase("path for all members", .malformed) {
            $0.addRecords([("path", [0x61])], type: "g")
        },
        TarCase("two paths", .mismatch) {
            $0.addRecords([("path", [0x61]), ("path", [0x62])])
        },
        TarCase("path and long name", .mismatch) {
            $0.addRecords([("path", [0x61])])
            $0.addLongName([0x62], "L")
        },
        TarCase("two long targets", .mismatch) {
            $0.addLongName([0x62], "K")
            $0.addLongName([0x62], "K")
        },
        TarCase("long name without a zero byte", .malformed) {
            $0.add(entry("L"), [0x61])
        },
        TarCase("long name with two zero bytes", .malformed) { $0.addLongName([0x61, 0], "L") },
        TarCase("size against the header", .mismatch) {
            $0.addRecords([("size", Array("512".utf8))])
            $0.addFile("pkg/c", "x")
        },
        TarCase("size beyond the limit", .memberTooLarge) {
            $0.addRecords([("size", Array("8589934593".utf8))])
            $0.addFile("pkg/c", "x")
        },
        TarCase("two sizes", .malformed) {
            $0.addRecords([("size", Array("1".utf8)), ("size", Array("1".utf8))])
        },
        TarCase("size that is no number", .malformed) {
            $0.addRecords([("size", Array("-1".utf8))])
        },
        TarCase("size without digits", .malformed) { $0.addRecords([("size", [])]) },
        TarCase("path with a zero byte", .invalidName) {
            $0.addRecords([("path", [0x61, 0, 0x62])])
            $0.addFile("pkg/c", "x")
        },
        TarCase("no member after a header", .malformed) {
            $0.addRecords([("path", [0x61])])
        },
    ]

    static let links: [TarCase] =
        [
            ("absolute", "/etc/passwd"), ("upwards", ".."), ("upwards and down", "../../etc"),
            ("upwards later on", "x/../../.."), ("upwards behind a link", "x/.."), ("empty", ""),
            ("empty behind the top", "../"), ("backslash", "..\\x"), ("line break", "a\nb"),
        ].map { description, target in
            TarCase("symbolic link: \(description)", .unsafeLink) {
                $0.addSymbolicLink("pkg/link", to: target)
            }
        }
        + [
            TarCase("hard link to another top folder", .unsafeLink) {
                $0.addHardLink("pkg/c", to: "etc/passwd")
            },
            TarCase("hard link to nothing", .unsafeLink) { $0.addHardLink("pkg/c", to: "./") },
            TarCase("hard link upwards", .unsafeLink) { $0.addHardLink("pkg/c", to: "../a") },
            TarCase("file behind a link", .unsafeLink) {
                $0.addSymbolicLink("pkg/link", to: "x")
                $0.addFile("pkg/link/y/c", "x")
            },
        ]
}

@Suite struct `The structure of tar files` {
    @Test(arguments: TarCases.headers + TarCases.extensions + TarCases.links)
    func `what could do harm is refused`(broken: TarCase) {
        var writer = ArchiveFixtures.tar()
        broken.spoil(&writer)
        broken.check(writer.bytes()) {
            _ = try ArchiveFixtures.list($0)
        } lenient: {
            _ = try ArchiveFixtures.list($0, .none, .reading)
        }
    }

    @Test(arguments: [
        "10 path=ab", "3 a", "x path=a\n", "0 path=a\n", " path=a\n", "9 path=aa", "8 path a\n",
        "5 =a\n", "99 path=a\n", "11 path=a\n9",
    ])
    func `malformed pax records are refused`(text: String) {
        var writer = TarWriter()
        writer.add(TarEntry("pax", "x"), Array(text.utf8))
        writer.addFile("pkg/a", "x")
        let refusal = ArchiveFixtures.refusal { _ = try ArchiveFixtures.list(writer.bytes()) }
        #expect(refusal?.reason == .malformed)
    }

    @Test func `an archive without its end is refused by the strict rules`() throws {
        var writer = ArchiveFixtures.tar()
        writer.end = []
        let refusal = ArchiveFixtures.refusal { _ = try ArchiveFixtures.list(writer.bytes()) }
        #expect(refusal?.reason == .truncated)
        #expect(try ArchiveFixtures.list(writer.bytes(), .none, .reading).count == 3)
        #expect(
            ArchiveFixtures.refusal { _ = try ArchiveFixtures.list([]) }?.reason == .notAnArchive)
    }

    @Test func `bytes after the end are refused by the strict rules`() throws {
        var writer = ArchiveFixtures.tar()
        writer.end += ArchiveFixtures.tar().bytes()
        let refusal = ArchiveFixtures.refusal { _ = try ArchiveFixtures.list(writer.bytes()) }
        #expect(refusal?.reason == .trailingData)
        #expect(try ArchiveFixtures.list(writer.bytes(), .none, .reading).count == 3)
    }

    @Test func `one gzip stream is expected, and nothing after it`() throws {
        let whole = ArchiveFixtures.tar().bytes()
        let two =
            Deflater.deflate(Array(whole.prefix(700)), .gzip)
            + Deflater.deflate(Array(whole.dropFirst(700)), .gzip)
        for bytes in [two, ArchiveFixtures.tar().gzipped() + [0, 0, 0]] {
            let refusal = ArchiveFixtures.refusal {
                _ = try ArchiveFixtures.list(bytes, .gzip)
            }
            #expect(refusal?.reason == .trailingData)
            #expect(try ArchiveFixtures.list(bytes, .gzip, .reading).count == 3)
        }
    }

    @Test func `a gzip stream must be whole and match its checksum and length`() {
        let bytes = ArchiveFixtures.tar().gzipped()
        func refusal(_ bytes: [UInt8]) -> ArchiveInvalid.Reason? {
            ArchiveFixtures.refusal { _ = try ArchiveFixtures.list(bytes, .gzip) }?.reason
        }
        #expect(refusal(bytes.dropLast()) == .truncated)
        #expect(refusal(Array(bytes.prefix(20))) == .truncated)
        for index in [bytes.count - 8, bytes.count - 1] {
            var damaged = bytes
            damaged[index] ^= 1
            #expect(refusal(damaged) == .damagedData)
        }
        #expect(refusal(ArchiveFixtures.tar().bytes()) == .notAnArchive)
        #expect(refusal([0x1F]) == .notAnArchive)
    }
}

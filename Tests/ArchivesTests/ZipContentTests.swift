import Archives
import CheeseboardTesting
import Testing

@Suite struct `The contents of zip files` {
    static let broken: [ZipCase] = [
        ZipCase("wrong checksum, stored", .wrongChecksum) { $0.entries[1].set { $0.crc32 ^= 1 } },
        ZipCase("wrong checksum, deflated", .wrongChecksum) { $0.entries[2].set { $0.crc32 ^= 1 } },
        ZipCase("more than stated", .wrongSize) { $0.entries[2].set { $0.uncompressedSize = 279 } },
        ZipCase("nothing stated", .wrongSize) { $0.entries[2].set { $0.uncompressedSize = 0 } },
        ZipCase("less than stated", .wrongSize) { $0.entries[2].set { $0.uncompressedSize = 281 } },
        ZipCase("data behind the end of the compressed data", .wrongSize) { writer in
            writer.entries[2].data.append(0)
            writer.entries[2].set { $0.compressedSize += 1 }
        },
        ZipCase("compressed data cut off", .damagedData) { writer in
            writer.entries[2].data.removeLast(3)
            writer.entries[2].set { $0.compressedSize -= 3 }
        },
        ZipCase("no compressed data at all", .damagedData) { writer in
            writer.entries[2].data = []
            writer.entries[2].set { $0.compressedSize = 0 }
        },
        ZipCase("no deflate data", .damagedData) { writer in
            writer.entries[2].data = [0xFF, 0xFF]
            writer.entries[2].set { $0.compressedSize = 2 }
        },
        ZipCase("data with a zlib header", .damagedData) { writer in
            writer.entries[2].data = [0x78, 0x9C, 0x03, 0x00]
            writer.entries[2].set { $0.compressedSize = 4 }
        },
    ]

    @Test(arguments: broken)
    func `are refused when they are not as stated`(broken: ZipCase) throws {
        var writer = ArchiveFixtures.zip()
        broken.spoil(&writer)
        let archive = try ArchiveFixtures.open(writer.bytes())
        #expect(ArchiveFixtures.refusal { try archive.verify() }?.reason == broken.strict)
    }

    @Test func `a reader stays at its end`() throws {
        let archive = try ArchiveFixtures.open(ArchiveFixtures.zip().bytes())
        var reader = try archive.reader(of: archive.members[2])
        while try reader.next() != nil {}
        #expect(try reader.next() == nil)
    }

    @Test func `a deflated folder of no content is read`() throws {
        var writer = ZipWriter()
        writer.add("pkg/", [], .deflated)
        let archive = try ArchiveFixtures.open(writer.bytes())
        try archive.verify()
    }
}

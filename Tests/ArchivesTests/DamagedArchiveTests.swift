import Archives
import CheeseboardTesting
import Testing

/// A small archive that is damaged in every way one can think of.
struct DamageCase: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var bytes: [UInt8]
    var read: @Sendable ([UInt8]) throws -> Void

    static let limits = ArchiveLimits(
        maxMemberBytes: 1 << 20, maxTotalBytes: 1 << 20, ratioFloorBytes: 1 << 16)

    static func zip(_ description: String, _ writer: ZipWriter) -> DamageCase {
        DamageCase(testDescription: description, bytes: writer.bytes()) { bytes in
            for rules in [ArchiveRules.strict, .lenient] {
                var limits = limits
                limits.rules = rules
                guard let archive = try? ArchiveFixtures.open(bytes, limits) else { continue }
                for member in archive.members { _ = try? archive.read(member, limit: 1 << 20) }
            }
            _ = try ArchiveKind.candidates(of: MemoryByteSource(bytes))
        }
    }

    static func tar(_ description: String, _ bytes: [UInt8], _ compression: TarCompression)
        -> DamageCase
    {
        DamageCase(testDescription: description, bytes: bytes) { bytes in
            for rules in [ArchiveRules.strict, .lenient] {
                var limits = limits
                limits.rules = rules
                try? TarArchive.walk(
                    MemoryByteSource(bytes), compression: compression, limits: limits
                ) { _, content in _ = try content.read(limit: 1 << 20) }
            }
        }
    }

    static let all: [DamageCase] = {
        var zip = ZipWriter()
        zip.add("p/a", "hello", .deflated)
        zip.add("p/b", "hi")
        var zip64 = zip
        zip64.entries[0].useZip64()
        zip64.entries[1].set { header in
            header.extra = ZipEntry.extraField(0x7075, [1, 0, 0, 0, 0] + Array("p/b".utf8))
        }
        zip64.end.hasZip64 = true
        var streamed = zip
        streamed.entries[0].useDataDescriptor()
        streamed.end.comment = Array("comment".utf8)
        var pax = TarWriter()
        pax.addRecords([("path", Array("p/a".utf8)), ("size", [0x31])])
        pax.addFile("p/x", "x")
        pax.addSymbolicLink("p/l", to: "../p/a")
        pax.end = [UInt8](repeating: 0, count: 512)
        var gnu = TarWriter(style: .gnu)
        gnu.addLongName(Array("p/long".utf8), "L")
        gnu.addHardLink("p/h", to: "p/a")
        return [
            .zip("zip", zip), .zip("zip64", zip64), .zip("streamed zip", streamed),
            .tar("pax", pax.bytes(), .none), .tar("GNU", gnu.bytes(), .none),
            .tar("pax in gzip", pax.gzipped(), .gzip), .tar("GNU in gzip", gnu.gzipped(), .gzip),
        ]
    }()
}

@Suite struct `Damaged archives` {
    @Test(arguments: DamageCase.all)
    func `cut off anywhere, are read or refused`(damage: DamageCase) throws {
        for count in damage.bytes.indices { try damage.read(Array(damage.bytes.prefix(count))) }
    }

    @Test(arguments: DamageCase.all)
    func `changed at random, are read or refused`(damage: DamageCase) throws {
        var random = SeededRandom(seed: 20_261_122)
        for _ in 0..<10_000 { try damage.read(random.mutate(damage.bytes)) }
    }

    @Test(arguments: DamageCase.all)
    func `changed in any one byte, are read or refused`(damage: DamageCase) throws {
        for index in damage.bytes.indices {
            for value: UInt8 in [0x00, 0x7F, 0x80, 0xFF, damage.bytes[index] ^ 1] {
                var changed = damage.bytes
                changed[index] = value
                try damage.read(changed)
            }
        }
    }

    @Test func `a zip file whose checksum changed is never read as right`() throws {
        let bytes = ArchiveFixtures.zip().bytes()
        let content = try ArchiveFixtures.open(bytes).members.map(\.crc32)
        for index in bytes.indices {
            var changed = bytes
            changed[index] ^= 0x10
            guard let archive = try? ArchiveFixtures.open(changed),
                (try? archive.verify()) != nil
            else { continue }
            #expect(archive.members.map(\.crc32) == content)
        }
    }
}

import CheeseboardTesting
import NativeInspection
import Testing

/// Files with every table that the reader knows, which are then cut off and changed.
@Suite struct `Damaged ELF files` {
    struct Victim: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var bytes: [UInt8]

        static let all: [Victim] = [
            Victim(testDescription: "64-bit little-endian", bytes: full(ELFFixture()).bytes),
            Victim(
                testDescription: "32-bit big-endian without sections",
                bytes: {
                    var fixture = full(ELFFixture(is64: false, isBigEndian: true))
                    fixture.machine = 8
                    fixture.hasSections = false
                    fixture.hash = .sysv
                    return fixture.bytes
                }()),
            Victim(
                testDescription: "s390x with extended counts",
                bytes: {
                    var fixture = full(ELFFixture(is64: true, isBigEndian: true))
                    fixture.machine = 22
                    fixture.usesExtendedCounts = true
                    fixture.hash = .gnuWithoutExports
                    return fixture.bytes
                }()),
        ]

        private static func full(_ layout: ELFFixture) -> ELFFixture {
            var fixture = layout
            fixture.needed = ["libc.so.6"]
            fixture.named = [(14, "libx.so"), (15, "$ORIGIN:/x")]
            fixture.versionNeeds = [("libc.so.6", ["GLIBC_2.17", "GLIBC_2.34"])]
            fixture.symbols = `ELF symbols`.mixed
            fixture.relocated = [1, 2]
            fixture.flags = [(30, 8), (0x6FFF_FFFB, 1)]
            fixture.segments = [
                .init(type: 0x6474_E551, flags: 6), `ELF protections`.relro,
            ]
            fixture.addNotes(fixture.note("GNU", 3, [1, 2, 3, 4]), name: ".note.gnu.build-id")
            fixture.addNotes(
                fixture.properties([(0xC000_0002, 3), (0xC000_8002, 1)]),
                name: ".note.gnu.property", segment: 0x6474_E553)
            fixture.sections += [
                .init(name: ".comment", type: 1, bytes: Array("GCC: 14\0clang 19\0".utf8)),
                .init(
                    name: ".gnu_debuglink", type: 1,
                    bytes: Array("x.dbg\0\0\0".utf8) + fixture.number32(7)),
            ]
            return `ELF origin`.attributes(
                fixture,
                [([0x24, 1] + Array("3p8".utf8), 0x20), ([0x2A, 2, 3], 0), ([0x2B, 3], 0)])
        }
    }

    /// Inspects the bytes; to return and to throw the one error are both right.
    private func inspect(_ bytes: [UInt8]) {
        do throws(NativeInspectionError) {
            for slice in try NativeFile(MemoryNativeSource(bytes))?.slices ?? [] {
                for name in FactName.allCases { _ = slice.facts[name] }
            }
        } catch {
            guard case .invalid(let reason) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(!reason.isEmpty)
        }
    }

    @Test(arguments: Victim.all)
    func `a sound file has no undecidable header fact`(victim: Victim) throws {
        let slice = try #require(try NativeFile(MemoryNativeSource(victim.bytes))?.slices.first)
        let names: [FactName] = [
            .relro, .bindNow, .needed, .versionNeeds, .soname, .buildIdentifier,
        ]
        for name in names { #expect(slice.facts[name].value != .undecidable) }
        #expect(slice.imports == ["memcpy", "__gmon_start__"])
        #expect(victim.bytes.count < 64 << 10)
    }

    @Test(arguments: Victim.all)
    func `a file that ends anywhere is read or refused`(victim: Victim) {
        for count in victim.bytes.indices { inspect(Array(victim.bytes.prefix(count))) }
    }

    @Test(arguments: Victim.all, 0..<4)
    func `a changed file is read or refused`(victim: Victim, seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        for _ in 0..<5_000 { inspect(random.mutate(victim.bytes)) }
    }

    @Test(arguments: Victim.all)
    func `every field can hold its largest and smallest value`(victim: Victim) {
        for position in victim.bytes.indices {
            for value in [UInt8(0), 0xFF] {
                var bytes = victim.bytes
                let end = min(position + 8, bytes.count)
                bytes.replaceSubrange(
                    position..<end, with: repeatElement(value, count: end - position))
                inspect(bytes)
            }
        }
    }
}

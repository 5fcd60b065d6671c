import NativeInspection
import Testing

/// Numbers and words are those of annobin's manual, "The format of the annobin notes".
@Suite struct `ELF build attributes` {
    /// A note for a file (0x100) or for a function (0x101), with the range of code that it is for; without
    /// one it is for that of the last note of its type.
    private struct Note {
        var type: UInt64 = 0x100
        var name: [UInt8]
        var range: Range<UInt64>?
    }

    private static let compiler: [UInt8] = [0x24, 1] + Array("3p8".utf8)

    private func annobin(_ notes: [Note]) throws -> Fact {
        var fixture = ELFFixture()
        let bytes = notes.flatMap { note -> [UInt8] in
            let name = Array("GA".utf8) + note.name + [0]
            let range =
                note.range.map { fixture.word($0.lowerBound) + fixture.word($0.upperBound) } ?? []
            let head =
                fixture.number32(UInt64(name.count)) + fixture.number32(UInt64(range.count))
                + fixture.number32(note.type)
            return ELFFixture.padded(ELFFixture.padded(head + name, to: 4) + range, to: 4)
        }
        fixture.sections = [.init(name: ".gnu.build.attributes", type: 7, bytes: bytes)]
        return try fixture.fact(.annobin)
    }

    static let numbered: [(name: [UInt8], attribute: String, value: String)] = [
        ([0x2A, 2, 0], "stack_protector", "off"), ([0x2A, 2, 1], "stack_protector", "on"),
        ([0x2A, 2, 2], "stack_protector", "all"), ([0x2A, 2, 3], "stack_protector", "strong"),
        ([0x2A, 2, 4], "stack_protector", "explicit"), ([0x2B, 3], "relro", "yes"),
        ([0x21, 3], "relro", "no"), ([0x2A, 4, 0x20, 0x01], "stack_size", "288"),
        ([0x24, 5, 0x67, 0x63, 0x63], "tool", "gcc"), ([0x2A, 6, 5], "abi", "5"),
        ([0x2A, 7, 4], "pic", "PIE"), ([0x21, 8], "short_enum", "no"),
    ]

    @Test(arguments: numbered)
    func `with a number are known by it`(name: [UInt8], attribute: String, value: String) throws {
        let fact = try annobin([
            Note(name: Self.compiler, range: 0..<0x1000), Note(name: name),
        ])
        #expect(fact.names[attribute] == [value])
    }

    static let named: [(sign: UInt8, word: String, number: [UInt8], value: String)] = [
        (0x2A, "FORTIFY", [0, 3], "3"), (0x2A, "FORTIFY", [0, 0xFF], "unknown"),
        (0x2A, "GOW", [0, 0x2A], "0x2a"), (0x2B, "GLIBCXX_ASSERTIONS", [], "yes"),
        (0x21, "GLIBCXX_ASSERTIONS", [], "no"), (0x2B, "stack_clash", [], "yes"),
        (0x2B, "stack_realign", [], "yes"), (0x21, "omit_frame_pointer", [], "no"),
        // One more than the number of GCC's option: 1 none, 2 branch, 3 return, 4 full; 8 asked for by name.
        (0x2A, "cf_protection", [0, 1], "none"), (0x2A, "cf_protection", [0, 2], "branch"),
        (0x2A, "cf_protection", [0, 3], "return"), (0x2A, "cf_protection", [0, 4], "full"),
        (0x2A, "cf_protection", [0, 8], "full"),
    ]

    @Test(arguments: named)
    func `with a word are known by it`(sign: UInt8, word: String, number: [UInt8], value: String)
        throws
    {
        let fact = try annobin([
            Note(name: Self.compiler, range: 0..<0x1000),
            Note(name: [sign] + Array(word.utf8) + number),
        ])
        #expect(fact.names[word] == [value])
    }

    @Test func `of functions have ranges of their own`() throws {
        let fact = try annobin([
            Note(name: Self.compiler, range: 0..<0x1000),
            Note(type: 0x101, name: [0x2A, 2, 0], range: 0x100..<0x110),
            // For the file again, and no more for the function.
            Note(name: [0x2A, 2, 3]),
        ])
        #expect(fact.names["stack_protector"] == ["strong", "off"])
    }

    @Test(arguments: [UInt64(0x102), 3])
    func `stand in notes of two types alone`(type: UInt64) throws {
        let fact = try annobin([Note(type: type, name: Self.compiler, range: 0..<0x1000)])
        #expect(fact.value == .absent)
    }
}

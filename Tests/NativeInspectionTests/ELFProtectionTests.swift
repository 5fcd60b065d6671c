import NativeInspection
import Testing

/// Expected values come from the generic ABI and from the traps of other tools, named at each case.
@Suite struct `ELF protections` {
    static let relro = ELFFixture.Segment(type: 0x6474_E552, flags: 4)

    struct Relro: Sendable {
        var hasSegment: Bool
        var flags: [(tag: UInt64, value: UInt64)]
        var word: String

        /// `DT_JMPREL`: the relocations of functions that are bound when they are first called.
        static let lazyBinding: (tag: UInt64, value: UInt64) = (23, ELFFixture.base)

        static let all = [
            Relro(hasSegment: false, flags: [], word: "none"),
            Relro(hasSegment: true, flags: [lazyBinding], word: "partial"),
            // Nothing is bound lazily.
            Relro(hasSegment: true, flags: [], word: "now-irrelevant"),
            // One tool calls a file with immediate binding and no segment "full".
            Relro(hasSegment: false, flags: [(24, 0)], word: "none"),
            Relro(hasSegment: true, flags: [(24, 0)], word: "full"),
            Relro(hasSegment: true, flags: [(30, 8)], word: "full"),
            // One tool only looks for the word BIND_NOW.
            Relro(hasSegment: true, flags: [(0x6FFF_FFFB, 1)], word: "full"),
            Relro(
                hasSegment: true, flags: [lazyBinding, (30, 4), (0x6FFF_FFFB, 1 << 27)],
                word: "partial"),
        ]
    }

    @Test(arguments: Relro.all)
    func `relro is full only with the segment and immediate binding`(given: Relro) throws {
        var fixture = ELFFixture()
        fixture.segments = given.hasSegment ? [Self.relro] : []
        fixture.flags = given.flags
        #expect(try fixture.fact(.relro).value == .word(given.word))
        #expect(try fixture.fact(.relro).tier == .header)
    }

    @Test(arguments: [
        (UInt64(24), UInt64(0), "DT_BIND_NOW"), (30, 0x8, "DF_BIND_NOW"),
        (0x6FFF_FFFB, 0x1, "DF_1_NOW"),
    ])
    func `immediate binding can be asked for in three ways`(
        tag: UInt64, value: UInt64, name: String
    ) throws {
        var fixture = ELFFixture()
        #expect(try fixture.fact(.bindNow).value == .absent)
        fixture.flags = [(tag, value)]
        #expect(try fixture.fact(.bindNow).value == .present)
        #expect(try fixture.fact(.bindNow).evidence?.hasPrefix(name) == true)
    }

    static let stacks: [(flags: [UInt64], value: Fact.Value)] = [
        ([], .word("unmarked")), ([6], .present), ([7], .absent), ([6, 7], .absent),
        ([7, 6], .present),
    ]

    @Test(arguments: stacks)
    func `the last stack header decides, and its absence is not a yes`(
        flags: [UInt64], value: Fact.Value
    ) throws {
        var fixture = ELFFixture()
        fixture.segments = flags.map { .init(type: 0x6474_E551, flags: $0) }
        #expect(try fixture.fact(.nxStack).value == value)
    }

    @Test func `the evidence names the header and its place`() throws {
        var fixture = ELFFixture()
        fixture.segments = [.init(type: 0x6474_E551, flags: 6)]
        // Three program headers of 56 bytes stand before it, after the header of 64.
        #expect(try fixture.fact(.nxStack).evidence == "PT_GNU_STACK flags RW at 0xe8")
    }

    static let loads: [(flags: UInt64, value: Fact.Value)] = [
        (5, .absent), (6, .absent), (7, .present), (3, .present),
    ]

    @Test(arguments: loads)
    func `a segment that is writable and executable is found`(
        flags: UInt64, value: Fact.Value
    ) throws {
        var fixture = ELFFixture()
        fixture.segments = [.init(type: 1, flags: flags, part: ".text")]
        #expect(try fixture.fact(.wxSegments).value == value)
    }

    @Test(arguments: [(UInt64(22), UInt64(0)), (30, 4)])
    func `relocations in the code are found by tag and by flag`(tag: UInt64, value: UInt64) throws {
        var fixture = ELFFixture()
        #expect(try fixture.fact(.textRelocations).value == .absent)
        fixture.flags = [(tag, value)]
        #expect(try fixture.fact(.textRelocations).value == .present)
    }

    struct Position: Sendable {
        var testDescription: String
        var type: UInt64 = 3
        var segments: [UInt64] = []
        var flags: [(tag: UInt64, value: UInt64)] = []
        var soname: String?
        var word: String
        var kind = NativeSlice.Kind.executable

        static let all = [
            Position(testDescription: "a fixed executable", type: 2, segments: [3], word: "no-pie"),
            Position(
                testDescription: "an executable", segments: [3],
                flags: [(0x6FFF_FFFB, 0x0800_0000)], word: "pie"),
            Position(
                testDescription: "one of a linker before DF_1_PIE", segments: [3], word: "pie"),
            Position(
                testDescription: "a static executable, which one tool calls a library",
                flags: [(0x6FFF_FFFB, 0x0800_0001)], word: "static-pie"),
            Position(
                testDescription: "a static executable of a linker before DF_1_PIE",
                flags: [(21, 0)], word: "static-pie"),
            Position(
                testDescription: "a library with PT_PHDR, which one tool calls an executable",
                segments: [6], word: "dso", kind: .sharedLibrary),
            Position(
                testDescription: "a library that can be run, as libc.so.6", segments: [3],
                soname: "libc.so.6", word: "dso", kind: .sharedLibrary),
            Position(testDescription: "a plain library", word: "dso", kind: .sharedLibrary),
        ]
    }

    @Test(arguments: Position.all)
    func `executables and libraries of the same type are told apart`(position: Position) throws {
        var fixture = ELFFixture()
        fixture.type = position.type
        fixture.segments = position.segments.map { .init(type: $0, flags: 4) }
        fixture.flags = position.flags
        if let soname = position.soname { fixture.named = [(14, soname)] }
        let slice = try fixture.slice()
        #expect(slice.facts[.pie].value == .word(position.word))
        #expect(slice.kind == position.kind)
    }

    @Test func `a static executable has nothing to bind and no libraries`() throws {
        var fixture = ELFFixture()
        fixture.type = 2
        fixture.hasDynamic = false
        fixture.segments = [Self.relro]
        let slice = try fixture.slice()
        #expect(slice.facts[.bindNow].value == .absent)
        #expect(slice.facts[.needed].value == .list([]))
        #expect(slice.facts[.pie].value == .word("no-pie"))
        #expect(slice.facts[.relro].value == .word("partial"))
        #expect(slice.kind == .executable)
    }

    @Test func `no-dlopen does not apply to extension modules unless it breaks them`() throws {
        var fixture = ELFFixture()
        #expect(try fixture.fact(.noDlopen).value == .absent)
        fixture.symbols = [.init(name: "PyInit_a")]
        #expect(try fixture.fact(.noDlopen).value == .notApplicable)
        fixture.flags = [(0x6FFF_FFFB, 0x40)]
        #expect(try fixture.fact(.noDlopen).value == .present)
    }

    @Test func `the last of two equal tags counts, and nothing after the null entry`() throws {
        var fixture = ELFFixture()
        fixture.flags = [(30, 8), (30, 0)]
        #expect(try fixture.fact(.bindNow).value == .absent)
        fixture.flags = [(0, 0), (24, 0)]
        #expect(try fixture.fact(.bindNow).value == .absent)
    }
}

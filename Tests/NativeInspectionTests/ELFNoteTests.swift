import NativeInspection
import Testing

/// Expected values come from the x86-64 psABI, the AArch64 ABI and the note formats of binutils.
@Suite struct `ELF notes` {
    static let x86Features: UInt64 = 0xC000_0002
    static let armFeatures: UInt64 = 0xC000_0000
    static let levelNeeded: UInt64 = 0xC000_8002

    @Test(arguments: ELFFixture.layouts)
    func `the build-id is read from its note`(layout: ELFFixture) throws {
        var fixture = layout
        fixture.addNotes(
            fixture.note("GNU", 3, [0xDE, 0xAD, 0x00, 0x0F]), name: ".note.gnu.build-id")
        #expect(try fixture.fact(.buildIdentifier).value == .word("dead000f"))
        fixture.hasSections = false
        #expect(try fixture.fact(.buildIdentifier).value == .word("dead000f"))
    }

    @Test func `a package note is told as it stands`() throws {
        var fixture = ELFFixture()
        let json = #"{"type":"rpm","name":"openssl"}"#
        #expect(try fixture.fact(.packageNote).value == .absent)
        fixture.addNotes(
            fixture.note("FDO", 0xCAFE_1A7E, Array(json.utf8) + [0, 0]), name: ".note.package")
        #expect(try fixture.fact(.packageNote).value == .word(json))
    }

    static let x86Bits: [(value: UInt64, ibt: Fact.Value, shadowStack: Fact.Value)] = [
        (3, .present, .present), (1, .present, .absent), (2, .absent, .present),
        (0, .absent, .absent),
    ]

    @Test(arguments: x86Bits)
    func `branch and stack protection of x86 are bits of one property`(
        value: UInt64, ibt: Fact.Value, shadowStack: Fact.Value
    ) throws {
        for is64 in [true, false] {
            var fixture = ELFFixture(is64: is64)
            fixture.machine = is64 ? 62 : 3
            fixture.addNotes(
                fixture.properties([(Self.x86Features, value)]), name: ".note.gnu.property",
                segment: 0x6474_E553)
            let facts = try fixture.slice().facts
            #expect(facts[.ibt].value == ibt)
            #expect(facts[.shadowStack].value == shadowStack)
            #expect(facts[.bti] == .notApplicable)
        }
    }

    @Test func `the first property of the note is not skipped, nor those behind it`() throws {
        for properties in [
            [(Self.x86Features, 3), (0xC001_0002, 9), (Self.levelNeeded, 3)],
            [(0xC000_0001, 7), (Self.x86Features, 3), (Self.levelNeeded, 3)],
        ] as [[(type: UInt64, value: UInt64)]] {
            var fixture = ELFFixture()
            fixture.addNotes(fixture.properties(properties), name: ".note.gnu.property")
            let facts = try fixture.slice().facts
            #expect(facts[.ibt].value == .present)
            #expect(facts[.isaLevel].value == .word("v2"))
        }
    }

    static let levels: [(value: UInt64, level: String)] = [
        (1, "baseline"), (3, "v2"), (7, "v3"), (15, "v4"), (4, "v3"),
    ]

    @Test(arguments: levels)
    func `the highest needed level of x86-64 counts`(value: UInt64, level: String) throws {
        var fixture = ELFFixture()
        fixture.addNotes(
            fixture.properties([(Self.levelNeeded, value)]), name: ".note.gnu.property")
        #expect(try fixture.fact(.isaLevel).value == .word(level))
    }

    @Test func `the properties that had other meanings once are no level and no ARM feature`()
        throws
    {
        var fixture = ELFFixture()
        fixture.addNotes(
            fixture.properties([(0xC000_0000, 7), (0xC000_0001, 0xFF)]), name: ".note.gnu.property")
        let facts = try fixture.slice().facts
        #expect(facts[.isaLevel].value == .absent)
        #expect(facts[.ibt].value == .absent)
        #expect(facts[.bti] == .notApplicable)
    }

    @Test func `the third bit of ARM's features is the guarded control stack`() throws {
        var fixture = ELFFixture()
        fixture.machine = 183
        fixture.addNotes(
            fixture.properties([(Self.armFeatures, 4)]), name: ".note.gnu.property")
        let facts = try fixture.slice().facts
        #expect(facts[.gcs].value == .present)
        #expect(facts[.bti].value == .absent)
        #expect(facts[.ibt] == .notApplicable)
        #expect(facts[.isaLevel] == .notApplicable)
    }

    /// The PAuth ABI's GNU_PROPERTY_AARCH64_FEATURE_PAUTH has 16 bytes: platform and version.
    ///
    /// On x86 the same number is an old form of the needed level.
    @Test func `the rules for signed pointers are a property of ARM64`() throws {
        func fixture(_ machine: UInt64) -> ELFFixture {
            var fixture = ELFFixture()
            fixture.machine = machine
            let property =
                fixture.number32(0xC000_0001) + fixture.number32(16)
                + fixture.number(0x1000_0002, size: 8) + fixture.number(85, size: 8)
            fixture.addNotes(
                fixture.note("GNU", 5, property, padding: 8), name: ".note.gnu.property")
            return fixture
        }
        #expect(
            try fixture(183).fact(.pointerSigningABI).value
                == .word("platform 0x10000002 version 85"))
        #expect(try fixture(62).fact(.pointerSigningABI) == .notApplicable)
        var without = ELFFixture()
        without.machine = 183
        #expect(try without.fact(.pointerSigningABI).value == .absent)
    }

    /// The wheel of rpds-py for 64-bit ARM has such a section, and no protected instruction.
    @Test func `a property section that is not loaded binds nobody`() throws {
        var fixture = ELFFixture()
        fixture.machine = 183
        fixture.sections = [
            .init(
                name: ".note.gnu.property", type: 7, flags: 0,
                bytes: fixture.properties([(Self.armFeatures, 3)]), alignment: 8)
        ]
        let facts = try fixture.slice().facts
        #expect(facts[.bti].value == .absent)
        #expect(facts[.pac].value == .absent)
        #expect(facts[.pac].evidence?.contains("is not loaded") == true)
    }

    @Test func `a loaded section counts where no segment is of notes`() throws {
        var fixture = ELFFixture()
        fixture.sections = [
            .init(
                name: ".note.gnu.property", type: 7, flags: 2,
                bytes: fixture.properties([(Self.x86Features, 3)]), alignment: 8)
        ]
        #expect(try fixture.fact(.shadowStack).value == .present)
    }

    @Test func `only the owner GNU gives properties and build-ids`() throws {
        var fixture = ELFFixture()
        fixture.addNotes(
            fixture.note("GNUX", 3, [1, 2, 3, 4]) + fixture.note("Go", 3, [5, 6, 7, 8]),
            name: ".note.other")
        #expect(try fixture.fact(.buildIdentifier).value == .absent)
    }

    @Test(arguments: [0, 4])
    func `a note that claims more than there is makes what it hides undecidable`(
        position: Int
    ) throws {
        var fixture = ELFFixture()
        fixture.addNotes(
            fixture.note("GNU", 3, [1, 2, 3, 4]) + fixture.note("GNU", 5, []), name: ".note.gnu")
        fixture.patches = [(".note.gnu", 20 + position, 4, 0xFFFF_FFF0)]
        let facts = try fixture.slice().facts
        #expect(facts[.buildIdentifier].value == .word("01020304"))
        #expect(facts[.packageNote].value == .undecidable)
        #expect(facts[.ibt].value == .undecidable)
    }

    @Test func `a property that claims more than its note is undecidable`() throws {
        var fixture = ELFFixture()
        fixture.addNotes(
            fixture.properties([(0xC001_0002, 9), (Self.x86Features, 3)]),
            name: ".note.gnu.property")
        fixture.patches = [(".note.gnu.property", 20, 4, 0xFFFF_FFFF)]
        #expect(try fixture.fact(.ibt).value == .undecidable)
    }
}

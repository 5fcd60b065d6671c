import NativeInspection
import Testing

/// Expected values come from the formats of binutils' sections and from annobin's manual.
@Suite struct `ELF origin` {
    @Test func `every contributing tool is told once, in the order of the section`() throws {
        var fixture = ELFFixture()
        #expect(try fixture.fact(.toolchain).value == .list([]))
        fixture.sections = [
            .init(
                name: ".comment", type: 1,
                bytes: Array(
                    "\0rustc version 1.83.0\0GCC: (GNU) 14.2.1\0\0GCC: (GNU) 14.2.1\0".utf8))
        ]
        let fact = try fixture.fact(.toolchain)
        #expect(fact.value == .list(["rustc version 1.83.0", "GCC: (GNU) 14.2.1"]))
        #expect(fact.tier == .string)
    }

    @Test(arguments: [".debug_info", ".zdebug_info"])
    func `debug information is found by its section`(name: String) throws {
        var fixture = ELFFixture()
        #expect(try fixture.fact(.debugInfo).value == .absent)
        fixture.sections = [.init(name: name, type: 1, bytes: [1, 2, 3, 4])]
        #expect(try fixture.fact(.debugInfo).value == .present)
    }

    @Test func `sections of debuggers' scripts are no debug information`() throws {
        var fixture = ELFFixture()
        fixture.sections = [.init(name: ".debug_gdb_scripts", type: 1, bytes: [1])]
        #expect(try fixture.fact(.debugInfo).value == .absent)
    }

    @Test(arguments: ELFFixture.layouts)
    func `a link to debug information elsewhere is told`(layout: ELFFixture) throws {
        var fixture = layout
        let name = ELFFixture.padded(Array("x.debug".utf8) + [0], to: 4)
        fixture.sections = [
            .init(name: ".gnu_debuglink", type: 1, bytes: name + fixture.number32(0x1234_ABCD))
        ]
        let fact = try fixture.fact(.debugInfo)
        #expect(fact.value == .absent)
        #expect(fact.names == ["debuglink": ["x.debug"], "debuglink_crc32": ["0x1234abcd"]])
    }

    @Test func `the full symbol table is what stripping removes`() throws {
        var fixture = ELFFixture()
        #expect(try fixture.fact(.stripped).value == .present)
        fixture.sections = [
            .init(
                name: ".symtab", type: 2, bytes: [UInt8](repeating: 0, count: 24),
                link: ".dynstr", alignment: 8)
        ]
        #expect(try fixture.fact(.stripped).value == .absent)
    }

    // MARK: - annobin

    static func attributes(_ fixture: ELFFixture, _ notes: [(name: [UInt8], size: UInt64)])
        -> ELFFixture
    {
        var fixture = fixture
        let bytes = notes.flatMap { note in
            // The owner of such a note is the attribute itself, and its text is the range of code.
            let name = Array("GA".utf8) + note.name + [0]
            let range =
                note.size == 0 ? [] : fixture.word(0x1000) + fixture.word(0x1000 + note.size)
            let head =
                fixture.number32(UInt64(name.count)) + fixture.number32(UInt64(range.count))
                + fixture.number32(0x100)
            return ELFFixture.padded(ELFFixture.padded(head + name, to: 4) + range, to: 4)
        }
        fixture.sections.append(.init(name: ".gnu.build.attributes", type: 7, bytes: bytes))
        return fixture
    }

    @Test(arguments: ["3a1", "3l1"])
    func `notes of assemblers and linkers only fill gaps`(version: String) throws {
        let note: [UInt8] = [0x24, 1] + Array(version.utf8)
        let fixture = Self.attributes(ELFFixture(), [(note, 0x40), (note, 0x80)])
        #expect(try fixture.fact(.annobin).value == .word("assembler"))
        #expect(try ELFFixture().fact(.annobin).value == .absent)
    }

    @Test(arguments: ELFFixture.layouts)
    func `the values of most code come first, not those of the first object`(
        layout: ELFFixture
    ) throws {
        let fixture = Self.attributes(
            layout,
            [
                ([0x24, 1] + Array("3a1".utf8), 0x10),
                // A small start-up object without protection.
                ([0x24, 1] + Array("3p8".utf8), 0x20), ([0x2A, 2, 0], 0),
                // The library: stack protector strong, FORTIFY 2, PIC, full control flow protection.
                ([0x24, 1] + Array("3p8".utf8), 0x9000), ([0x2A, 2, 3], 0),
                ([0x2A] + Array("FORTIFY".utf8) + [0, 2], 0), ([0x2A, 7, 2], 0),
                ([0x2A] + Array("cf_protection".utf8) + [0, 8], 0),
                ([0x2B] + Array("stack_clash".utf8), 0), ([0x21] + Array("stack_realign".utf8), 0),
                ([0x24, 5] + Array("gcc 8.5.0 20210514".utf8), 0),
            ])
        let fact = try fixture.fact(.annobin)
        #expect(fact.value == .present)
        #expect(fact.names["stack_protector"] == ["strong", "off"])
        #expect(fact.names["FORTIFY"] == ["2"])
        #expect(fact.names["pic"] == ["PIC"])
        #expect(fact.names["cf_protection"] == ["full"])
        #expect(fact.names["stack_clash"] == ["yes"])
        #expect(fact.names["stack_realign"] == ["no"])
        #expect(fact.names["tool"] == ["gcc 8.5.0 20210514"])
    }

    /// The wheel of gevent has notes of 16 bytes that the C library's start-up code left there.
    @Test func `notes for less than half of the code are partial`() throws {
        var fixture = ELFFixture()
        fixture.text = [UInt8](repeating: 0x90, count: 0x100)
        let notes: [(name: [UInt8], size: UInt64)] = [
            ([0x24, 1] + Array("3a1".utf8), 0xF0), ([0x24, 1] + Array("3p8".utf8), 0x08),
            ([0x24, 1] + Array("3p8".utf8), 0x10),
            ([0x2A, 2, 3], 0),
        ]
        let fact = try Self.attributes(fixture, notes).fact(.annobin)
        #expect(fact.value == .word("partial"))
        #expect(fact.names["stack_protector"] == ["strong"])
        #expect(fact.evidence?.hasSuffix("for 16 of 256 bytes of code") == true)
    }

    private static let compiler: [UInt8] = [0x24, 1] + Array("3p8".utf8)
    private static let fortify: [UInt8] = [0x2A] + Array("FORTIFY".utf8) + [0]
    private static let settled: [FactName] = [.canary, .fortify, .stackClash]

    /// annobin's manual: stack protector 0 off, 3 strong; FORTIFY is the level; a sign of `+` is yes and
    /// of `!` no.
    @Test(arguments: [
        (UInt8(3), UInt8(2), UInt8(0x2B), Fact.Value.present), (0, 0, 0x21, .absent),
    ])
    func `what the compiler noted settles what code alone cannot tell`(
        protector: UInt8, level: UInt8, clash: UInt8, value: Fact.Value
    ) throws {
        let notes: [(name: [UInt8], size: UInt64)] = [
            (Self.compiler, 0x9000), ([0x2A, 2, protector], 0), (Self.fortify + [level], 0),
            ([clash] + Array("stack_clash".utf8), 0),
        ]
        let facts = try Self.attributes(ELFFixture(), notes).slice().facts
        for name in Self.settled {
            #expect(facts[name].value == value)
            #expect(facts[name].tier == .header)
            #expect(facts[name].evidence?.hasPrefix("the compiler noted") == true)
        }
        #expect(facts[.fortify].names == ["fortified": [], "unfortified": []])
        for name in Self.settled {
            #expect(try ELFFixture().fact(name).value == .undecidable)
        }
    }

    @Test func `what the compiler noted is taken where it is clear`() throws {
        typealias Note = (name: [UInt8], size: UInt64)
        func canary(_ notes: [Note], imports: [String] = []) throws -> Fact {
            var fixture = ELFFixture()
            fixture.text = [UInt8](repeating: 0x90, count: 0x100)
            fixture.symbols = imports.map { ELFFixture.Symbol(name: $0, isDefined: false) }
            return try Self.attributes(fixture, notes).fact(.canary)
        }
        let few: Note = (Self.compiler, 0x10)
        let most: Note = (Self.compiler, 0xF0)
        let off: Note = ([0x2A, 2, 0], 0)
        let strong: Note = ([0x2A, 2, 3], 0)
        let explicit: Note = ([0x2A, 2, 4], 0)
        // Most code has it and a little has not; the other way round; notes for little of the code.
        #expect(try canary([few, off, most, strong]).value == .present)
        #expect(try canary([few, strong, most, off]).value == .undecidable)
        #expect(try canary([few, strong]).value == .undecidable)
        // Protection of those functions alone that ask for it.
        #expect(try canary([most, explicit]).value == .undecidable)
        // Code beside the noted one has a canary.
        let fact = try canary([most, off], imports: ["__stack_chk_fail"])
        #expect(fact.value == .present)
        #expect(fact.tier == .symbol)
    }

    @Test func `an unknown level of FORTIFY is said to be unknown`() throws {
        let fixture = Self.attributes(
            ELFFixture(), [([0x2A] + Array("FORTIFY".utf8) + [0, 0xFF], 0x10)])
        #expect(try fixture.fact(.annobin).names["FORTIFY"] == ["unknown"])
    }

    /// A library for Python refused such notes because their names are no UTF-8.
    @Test func `names that are no text are read`() throws {
        let fixture = Self.attributes(ELFFixture(), [([0x2A, 2, 0xFF, 0xFE], 0x10)])
        #expect(try fixture.fact(.annobin).names["stack_protector"] == ["65279"])
    }
}

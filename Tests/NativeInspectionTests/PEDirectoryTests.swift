import NativeInspection
import Testing

@Suite struct `PE load configurations` {
    @Test(arguments: [
        // Every C runtime that is linked in leaves the instrumented mark alone.
        (0x160, 0x100, 0, Fact.Value.absent), (0x4160, 0x100, 0, .absent),
        (0x4160, 0x500, 0, .absent), (0x160, 0x500, 12, .absent), (0x4160, 0x500, 12, .present),
        (0x4160, 0x400, 12, .absent),
    ])
    func `tell control flow guard by three marks together`(
        flags: Int, guardFlags: Int, count: Int, value: Fact.Value
    ) throws {
        var file = PEFixture()
        file.dllCharacteristics = flags
        file.addConfiguration(size: 0x140, [0x88: count, 0x90: guardFlags])
        #expect(try file.slice.facts[.guardCF].value == value)
        var narrow = PEFixture(isWide: false)
        narrow.dllCharacteristics = flags
        narrow.addConfiguration(size: 0xC0, [0x54: count, 0x58: guardFlags])
        #expect(try narrow.slice.facts[.guardCF].value == value)
    }

    /// `IMAGE_GUARD_…` of `winnt.h`.
    @Test(arguments: [
        (0x80_0000, "xfg"), (0x40_0000, "ehcont"), (0x10_0000, "retpoline"),
        (0x100_0000, "castguard"), (0x1000, "delayload-iat"), (0x1_0000, "longjmp"),
    ])
    func `tell further guards`(flag: Int, name: String) throws {
        var file = PEFixture()
        file.addConfiguration(size: 0x140, [0x90: 0x100 | flag])
        #expect(try file.slice.facts[.guardExtras].value == .list([name]))
        var other = PEFixture()
        other.addConfiguration(size: 0x140, [0x90: 0x100])
        #expect(try other.slice.facts[.guardExtras].value == .list([]))
    }

    // The cookie stands at 0x58 and 0x3C, the guard flags at 0x90 and 0x58, in PE32+ and PE32.
    @Test(arguments: [
        (true, 0x58, Fact.Value.absent, false), (true, 0x5F, .absent, false),
        (true, 0x60, .present, false), (true, 0x90, .present, false), (true, 0x94, .present, true),
        (false, 0x3C, .absent, false), (false, 0x40, .present, false),
        (false, 0x58, .present, false), (false, 0x5C, .present, true),
    ])
    func `have only the fields that their size covers`(
        isWide: Bool, size: Int, cookie: Fact.Value, hasGuardFlags: Bool
    ) throws {
        var file = PEFixture(isWide: isWide)
        file.addConfiguration(
            size: size,
            isWide
                ? [0x58: 0x1_8000_3000, 0x90: 0x40_0000] : [0x3C: 0x1000_3000, 0x58: 0x40_0000])
        let facts = try file.slice.facts
        #expect(facts[.securityCookie].value == cookie)
        #expect(facts[.guardExtras].value == (hasGuardFlags ? .list(["ehcont"]) : .absent))
    }

    @Test func `tell a cookie, which is the runtime's and proves nothing of the code`() throws {
        var file = PEFixture()
        file.addConfiguration(size: 0x140, [0x58: 0x1_8000_3000])
        let fact = try file.slice.facts[.securityCookie]
        #expect(fact.value == .present)
        #expect(fact.evidence?.contains("does not tell") == true)
        var unused = PEFixture()
        unused.addConfiguration(size: 0x140, [0x58: 0x1_8000_3000, 0x90: 0x800])
        #expect(try unused.slice.facts[.securityCookie].value == .absent)
        #expect(try PEFixture().slice.facts[.securityCookie].value == .absent)
    }

    @Test(arguments: [
        (0x140, 0x1000_2000, 12, 0x48, Fact.Value.present), (0x140, 0x1000_2000, 0, 0x48, .absent),
        (0x140, 0x1000_2000, 12, 0x44, .absent), (0x540, 0, 0, 0x48, .present),
    ])
    func `tell safe exception handlers of 32-bit x86`(
        flags: Int, table: Int, count: Int, size: Int, value: Fact.Value
    ) throws {
        var file = PEFixture(isWide: false)
        file.dllCharacteristics = flags
        file.addConfiguration(size: size, [0x40: table, 0x44: count])
        #expect(try file.slice.facts[.safeSEH].value == value)
    }

    /// Other machines find handlers by tables that nobody can overwrite; `0x400` says nothing there.
    @Test(arguments: [0x8664, 0xAA64])
    func `have no table of handlers where the machine needs none`(processor: Int) throws {
        var file = PEFixture()
        (file.processor, file.dllCharacteristics) = (processor, 0x560)
        file.addConfiguration(size: 0x140, [0x60: 0x1000_2000, 0x68: 12])
        #expect(try file.slice.facts[.safeSEH].value == .notApplicable)
    }

    @Test func `that lie outside leave their facts undecidable, and no other`() throws {
        var file = PEFixture()
        file.dllCharacteristics = 0x4160
        file.setDirectory(10, address: 0x90_0000, size: 0x140)
        let facts = try file.slice.facts
        #expect(facts[.guardCF].value == .undecidable)
        #expect(facts[.securityCookie].value == .undecidable)
        #expect(facts[.aslr].value == .present)
    }
}

@Suite struct `PE debug directories` {
    @Test(arguments: [(0x1, Fact.Value.present), (0x41, .present), (0x40, .absent)])
    func `tell that the shadow stack is supported`(flags: Int, value: Fact.Value) throws {
        var file = PEFixture()
        file.addDebug([(type: 20, bytes: PEFixture.word(flags))])
        #expect(try file.slice.facts[.cetCompat].value == value)
        // 0x40 is IMAGE_DLLCHARACTERISTICS_EX_FORWARD_CFI_COMPAT.
        #expect(
            try file.slice.facts[.cetCompat].names["also"]
                == (flags & 0x40 != 0 ? ["forward-cfi"] : nil))
        file.processor = 0xAA64
        #expect(try file.slice.facts[.cetCompat].value == .notApplicable)
    }

    @Test func `are not spoken for by the table of exception continuations`() throws {
        var file = PEFixture()
        file.addConfiguration(size: 0x140, [0x90: 0x40_0000])
        #expect(try file.slice.facts[.cetCompat].value == .absent)
    }

    @Test func `tell path and identifier of the PDB file`() throws {
        var file = PEFixture()
        let identifier: [UInt8] = [
            0x78, 0x56, 0x34, 0x12, 0xBC, 0x9A, 0xF0, 0xDE, 1, 2, 3, 4, 5, 6, 7, 8,
        ]
        file.addDebug([
            (type: 13, bytes: [0]), (type: 16, bytes: [0]),
            (
                type: 2,
                bytes: Array("RSDS".utf8) + identifier + PEFixture.word(11)
                    + PEFixture.text("D:\\a\\module.pdb")
            ),
        ])
        let facts = try file.slice.facts
        #expect(facts[.debugPath].value == .word("D:\\a\\module.pdb"))
        #expect(facts[.buildIdentifier].value == .word("123456789abcdef00102030405060708b"))
        #expect(facts[.debugInfo].evidence == "kept in a PDB file elsewhere")
        #expect(facts[.toolchain].evidence?.contains("POGO, REPRO, CODEVIEW") == true)
    }

    @Test func `tell the path in the older form`() throws {
        var file = PEFixture()
        file.addDebug([
            (
                type: 2,
                bytes: Array("NB10".utf8) + PEFixture.word(0) + PEFixture.word(0x3F00_0001)
                    + PEFixture.word(2) + PEFixture.text("old.pdb")
            )
        ])
        let facts = try file.slice.facts
        #expect(facts[.debugPath].value == .word("old.pdb"))
        #expect(facts[.buildIdentifier].value == .word("3f0000012"))
    }

    @Test func `tell nothing where there are none`() throws {
        let facts = try PEFixture().slice.facts
        #expect(facts[.debugPath].value == .absent)
        #expect(facts[.cetCompat].value == .absent)
    }
}

import NativeInspection
import Testing

@Suite struct `PE headers` {
    // The machine types of the PE specification.
    @Test(arguments: [
        (0x8664, Machine.winAMD64), (0xAA64, .winARM64), (0x14C, .win32), (0x1C4, .other(0x1C4)),
    ])
    func `tell the machine`(processor: Int, machine: Machine) throws {
        var file = PEFixture()
        file.processor = processor
        #expect(try file.slice.machine == machine)
    }

    @Test(arguments: [
        (0x2022, NativeSlice.Kind.sharedLibrary), (0x22, .executable), (0x20, .other),
    ])
    func `tell the kind`(characteristics: Int, kind: NativeSlice.Kind) throws {
        var file = PEFixture()
        file.characteristics = characteristics
        #expect(try file.slice.kind == kind)
    }

    @Test(arguments: [
        (0x160, 0x2022, Fact.Value.present, Fact.Value.present, Fact.Value.present),
        // GNU's linker of 2020 set none, as in the Windows wheel of protobuf 7.36.2.
        (0x0, 0x2022, .absent, .absent, .absent),
        // Without relocations the image stays where it was linked to.
        (0x160, 0x2023, .absent, .absent, .present),
        (0x120, 0x2022, .absent, .absent, .present),
        (0x140, 0x2022, .present, .absent, .present),
        (0x060, 0x2022, .present, .present, .absent),
    ])
    func `tell how addresses are chosen and data protected`(
        flags: Int, characteristics: Int, aslr: Fact.Value, entropy: Fact.Value, nx: Fact.Value
    ) throws {
        var file = PEFixture()
        (file.dllCharacteristics, file.characteristics) = (flags, characteristics)
        let facts = try file.slice.facts
        #expect(facts[.aslr].value == aslr)
        #expect(facts[.highEntropyVA].value == entropy)
        #expect(facts[.nxCompat].value == nx)
        #expect(facts[.aslr].evidence?.contains("at 0x15e") == true)
    }

    @Test func `have no high entropy where addresses have 32 bits`() throws {
        var file = PEFixture(isWide: false)
        file.dllCharacteristics = 0x160
        let facts = try file.slice.facts
        #expect(facts[.highEntropyVA].value == .notApplicable)
        #expect(facts[.aslr].value == .present)
    }

    @Test(arguments: [
        (0x6000_0020, Fact.Value.absent), (0xE000_0020, .present), (0xC000_0040, .absent),
        (0xA000_0000, .present),
    ])
    func `tell a section that is writable and executable`(flags: Int, value: Fact.Value) throws {
        var file = PEFixture()
        file.sections = [.init(name: "UPX0", characteristics: flags, bytes: [0xC3])]
        let fact = try file.slice.facts[.wxSegments]
        #expect(fact.value == value)
        #expect(fact.names["segments"] == (value == .present ? ["UPX0"] : nil))
    }

    @Test func `tell the linker, and Microsoft's by the header that it hides`() throws {
        var file = PEFixture()
        file.richTools = [(0x105, 35215, 12), (0x102, 35217, 1)]
        let fact = try file.slice.facts[.toolchain]
        #expect(fact.value == .list(["linker 14.44", "Rich header, newest build 35217"]))
        #expect(fact.evidence?.contains("Rich header of 2 tools") == true)
    }

    /// GNU's linker writes its own version, Go's always 3.0, and LLVM's 14.0 as if it were Microsoft's:
    /// only the Rich header tells them apart (`debug/pe` of Go, `Writer.cpp` of lld).
    @Test(arguments: [([2, 35] as [UInt8], "2.35"), ([3, 0], "3.0"), ([14, 0], "14.0")])
    func `are not Microsoft's by the number of the linker alone`(version: [UInt8], text: String)
        throws
    {
        var file = PEFixture()
        file.linkerVersion = version
        let fact = try file.slice.facts[.toolchain]
        #expect(fact.value == .list(["linker \(text)"]))
        #expect(fact.evidence?.contains("not linked by Microsoft's linker") == true)
    }

    @Test func `are stripped where there are no COFF symbols`() throws {
        var file = PEFixture()
        #expect(try file.slice.facts[.stripped].value == .present)
        #expect(try file.slice.facts[.debugInfo].value == .absent)
        file.symbols = [
            .init(name: "DllMain"), .init(name: "_GLOBAL__sub_I_main", storageClass: 3),
        ]
        #expect(try file.slice.facts[.stripped].value == .absent)
        // The name stands in the string table, behind its size and the long name of 20 bytes.
        file.symbols.append(.init(name: ".debug_info"))
        file.sections = [.init(name: "/24", characteristics: 0x4200_0040, bytes: [1])]
        #expect(try file.slice.facts[.debugInfo].evidence == "section .debug_info")
    }

    @Test func `are refused where they are cut off or of an unknown kind`() {
        var bytes = PEFixture().bytes
        #expect(throws: NativeInspectionError.self) {
            try MachOFixture.slices(Array(bytes.prefix(0x180)))
        }
        bytes[0x118] = 0x07
        #expect(throws: NativeInspectionError.self) { try MachOFixture.slices(bytes) }
    }

    @Test func `leave the facts of other formats not applicable`() throws {
        let facts = try PEFixture().slice.facts
        for name in [FactName.relro, .pie, .rpath, .codeSignature, .minimumOS, .safeSEH] {
            #expect(facts[name].value == .notApplicable)
        }
    }

    @Test func `have both lists of fortified functions, empty`() throws {
        let fact = try PEFixture().slice.facts[.fortify]
        #expect(fact.value == .notApplicable)
        #expect(fact.names == ["fortified": [], "unfortified": []])
    }
}

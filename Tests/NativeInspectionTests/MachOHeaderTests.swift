import NativeInspection
import Testing

@Suite struct `Mach-O headers` {
    // <mach/machine.h> and <mach-o/loader.h>
    @Test(arguments: [
        (0x0100_0007, Machine.x86_64), (0x0100_000C, .arm64), (7, .i686), (18, .other(18)),
        (0x0200_000C, .other(0x0200_000C)),
    ])
    func `tell the machine`(processor: Int, machine: Machine) throws {
        #expect(try MachOFixture(processor: processor).slice.machine == machine)
    }

    @Test(arguments: [
        (1, NativeSlice.Kind.object), (2, .executable), (6, .sharedLibrary), (8, .sharedLibrary),
        (10, .debugCompanion), (4, .other),
    ])
    func `tell the kind, and a dSYM is a debug companion`(
        fileType: Int, kind: NativeSlice.Kind
    ) throws {
        var file = MachOFixture()
        file.fileType = fileType
        #expect(try file.slice.kind == kind)
    }

    @Test(arguments: [(false, false), (false, true), (true, false), (true, true)])
    func `are read in both widths and byte orders`(is64: Bool, isBigEndian: Bool) throws {
        var file = MachOFixture(is64: is64, isBigEndian: isBigEndian, processor: 18)
        file.addSegment("__TEXT", protection: 7)
        file.addLibrary("/usr/lib/libSystem.B.dylib")
        file.addSymbols([.init(name: "_malloc", type: 1), .init(name: "_PyInit_x", type: 15)])
        file.addSignature(flags: 0x2)
        let slice = try file.slice
        #expect(slice.machine == .other(18))
        #expect(slice.imports == ["malloc"])
        #expect(slice.moduleInitializers == ["PyInit_x"])
        #expect(slice.needed == ["/usr/lib/libSystem.B.dylib"])
        #expect(slice.facts[.wxSegments].value == .present)
        #expect(slice.facts[.codeSignature].value == .word("ad-hoc"))
    }

    @Test(arguments: [
        (2, 0x20_0085, "pie"), (2, 0x85, "no-pie"), (6, 0x85, "dso"), (8, 0x85, "dso"),
    ])
    func `tell position independence of programs, and of libraries by what they are`(
        fileType: Int, flags: Int, word: String
    ) throws {
        var file = MachOFixture()
        (file.fileType, file.flags) = (fileType, flags)
        #expect(try file.slice.facts[.pie].value == .word(word))
    }

    @Test(arguments: [
        (2, 0x0100_0007, 0x102_0000, Fact.Value.present, Fact.Value.present),
        (2, 0x0100_0007, 0, .absent, .absent),
        (2, 0x0100_000C, 0x102_0000, .present, .notApplicable),
        (8, 0x0100_0007, 0x102_0000, .notApplicable, .notApplicable),
        (8, 0x0100_0007, 0, .absent, .notApplicable),
    ])
    func `tell the wishes about stack and heap, which only programs may utter`(
        fileType: Int, processor: Int, flags: Int, stack: Fact.Value, heap: Fact.Value
    ) throws {
        var file = MachOFixture(processor: processor)
        (file.fileType, file.flags) = (fileType, flags)
        let facts = try file.slice.facts
        #expect(facts[.stackExecution].value == stack)
        #expect(facts[.heapExecution].value == heap)
    }

    @Test(arguments: [
        (0x0100_000C, 0, Fact.Value.notApplicable), (0x0100_000C, 2, .present),
        (0x0100_000C, 0x8100_0002, .present), (0x0100_0007, 2, .notApplicable),
    ])
    func `tell arm64e whatever the version of its calls`(
        processor: Int, subtype: Int, value: Fact.Value
    ) throws {
        var file = MachOFixture(processor: processor)
        file.subtype = subtype
        #expect(try file.slice.facts[.pac].value == value)
    }

    @Test func `leave the facts of other formats not applicable`() throws {
        let facts = try MachOFixture().slice.facts
        for name in [FactName.relro, .bindNow, .nxStack, .runpath, .aslr, .guardCF, .authenticode] {
            #expect(facts[name].value == .notApplicable)
        }
    }
}

@Suite struct `Fat Mach-O files` {
    private static var files: [MachOFixture] {
        var intel = MachOFixture(processor: 0x0100_0007)
        intel.addBuild(platform: 1, minimum: 0xA_0900, sdk: 0xE_0500)
        intel.addSymbols([.init(name: "___stack_chk_fail", type: 1)])
        var arm = MachOFixture()
        arm.addBuild(platform: 1, minimum: 0xB_0000, sdk: 0xE_0500)
        return [intel, arm]
    }

    @Test(arguments: [false, true])
    func `have a slice for each machine`(isWide: Bool) throws {
        let bytes = MachOFixture.fat(Self.files, isWide: isWide)
        let slices = try MachOFixture.slices(bytes)
        #expect(slices.map(\.machine) == [.x86_64, .arm64])
        #expect(slices.map(\.range.lowerBound) == [0x100, 0x100 + Self.files[0].bytes.count])
        #expect(slices.map(\.minimumOS?.version) == [[10, 9, 0], [11, 0, 0]])
        #expect(slices.map(\.imports) == [["__stack_chk_fail"], []])
    }

    @Test func `are refused where a slice reaches over the end`() {
        let bytes = MachOFixture.fat(Self.files)
        #expect(throws: NativeInspectionError.self) {
            try MachOFixture.slices(Array(bytes.dropLast()))
        }
    }

    @Test func `are refused where a slice is no Mach-O`() {
        var bytes = MachOFixture.fat(Self.files)
        bytes[0x100] = 0
        #expect(throws: NativeInspectionError.self) { try MachOFixture.slices(bytes) }
    }

    @Test func `are refused where slices share their bytes`() {
        var bytes = MachOFixture.fat(Self.files)
        let writer = MachOFixture(isBigEndian: true)
        // Both entries of the header say that their slice is all that follows.
        let place = writer.word(0x100) + writer.word(bytes.count - 0x100)
        bytes.replaceSubrange(16..<24, with: place)
        bytes.replaceSubrange(36..<44, with: place)
        #expect(throws: NativeInspectionError.self) { try MachOFixture.slices(bytes) }
    }

    @Test func `have no more slices than the limits allow`() throws {
        let bytes = MachOFixture.fat(Self.files)
        var limits = InspectionLimits.standard
        limits.slices = 1
        #expect(throws: NativeInspectionError.self) {
            try NativeFile(MemoryNativeSource(bytes), limits: limits)
        }
    }
}

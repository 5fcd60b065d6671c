import NativeInspection
import Testing

/// Instructions and properties by the x86-64 psABI and by Arm's ELF for the 64-bit architecture.
@Suite struct `Branch marks` {
    static let mark: [UInt8] = [0xF3, 0x0F, 0x1E, 0xFA]
    static let bti: UInt32 = 0xD503_245F
    static let paciasp: UInt32 = 0xD503_233F
    static let ret: UInt32 = 0xD65F_03C0

    @Test(arguments: [
        (0, 64, Fact.Value.absent), (4, 64, .undecidable), (4, 60_000, .absent), (9, 64, .present),
    ])
    func `start-up objects alone do not make code instrumented`(
        marks: Int, padding: Int, value: Fact.Value
    ) throws {
        let code =
            Array([[UInt8]](repeating: Self.mark, count: marks).joined())
            + [UInt8](repeating: 0x90, count: padding)
        #expect(try ContentFixture(code: code).fact(.branchMarks).value == value)
    }

    @Test func `few marks in much code are those of a part of it`() throws {
        let code =
            Array([[UInt8]](repeating: Self.mark, count: 20).joined())
            + [UInt8](repeating: 0x90, count: 100_000)
        #expect(try ContentFixture(code: code).fact(.branchMarks).value == .word("partial"))
    }

    /// As in scipy's modules, into which a distribution's marked libstdc++ was linked.
    @Test func `marks in one part of the code alone are those of a library`() throws {
        let marked = Array(
            [[UInt8]](
                repeating: Self.mark + [UInt8](repeating: 0x90, count: 60), count: 4096
            ).joined())
        let bare = [UInt8](repeating: 0x90, count: marked.count)
        #expect(try ContentFixture(code: marked).fact(.branchMarks).value == .present)
        var fixture = ContentFixture(code: bare + marked)
        let fact = try fixture.fact(.branchMarks)
        #expect(fact.value == .word("partial"))
        #expect(fact.evidence?.hasPrefix("4096 endbr64 in 524288 bytes of code, in ") == true)
        // The header claims IBT, which a linker writes only where every object has it.
        fixture.properties = [(0xC000_0002, 1)]
        #expect(try fixture.fact(.branchMarks).value == .present)
    }

    @Test func `i386 has a mark of its own`() throws {
        let code = Array([[UInt8]](repeating: [0xF3, 0x0F, 0x1E, 0xFB], count: 9).joined())
        #expect(try ContentFixture(machine: 3, code: code).fact(.branchMarks).value == .present)
    }

    /// The note's claim as rpds-py's wheel for ARM64 makes it, whose code has no such instruction.
    @Test func `a claim that no instruction bears out is undecidable`() throws {
        var fixture = ContentFixture(
            machine: 183, code: ContentFixture.words([Self.ret, Self.ret]),
            properties: [(0xC000_0000, 3)])
        #expect(try fixture.fact(.bti).value == .undecidable)
        #expect(try fixture.fact(.pac).value == .undecidable)
        #expect(try fixture.fact(.branchMarks).value == .absent)
        fixture.code = ContentFixture.words([Self.paciasp, Self.bti, Self.ret])
        #expect(try fixture.fact(.bti).value == .present)
        #expect(try fixture.fact(.pac).value == .present)
        #expect(try fixture.fact(.branchMarks).value == .present)
    }

    /// `bti c`, `bti j`, `bti jc`; `paciasp`, `pacibsp`.
    @Test(arguments: [
        (UInt32(0xD503_245F), Fact.Value.present, Fact.Value.undecidable),
        (0xD503_249F, .present, .undecidable), (0xD503_24DF, .present, .undecidable),
        (0xD503_233F, .present, .present), (0xD503_237F, .present, .present),
        // `bti` alone, and `autiasp`, which ends what the signing began.
        (0xD503_241F, .undecidable, .undecidable), (0xD503_23BF, .undecidable, .undecidable),
    ])
    func `each kind of landing mark bears out a claim`(
        word: UInt32, targets: Fact.Value, signing: Fact.Value
    ) throws {
        let facts = try ContentFixture(
            machine: 183, code: ContentFixture.words([word, Self.ret]),
            properties: [(0xC000_0000, 3)]
        ).slice().facts
        #expect(facts[.bti].value == targets)
        #expect(facts[.pac].value == signing)
    }

    @Test func `instructions without the note are not enforced`() throws {
        let fixture = ContentFixture(
            machine: 183, code: ContentFixture.words([Self.paciasp, Self.bti, Self.ret]))
        #expect(try fixture.fact(.bti).value == .absent)
        #expect(try fixture.fact(.branchMarks).value == .present)
    }
}

import NativeInspection
import Testing

/// Facts of code in Mach-O and PE files.
@Suite struct `Content of Mach-O and PE files` {
    private func machO(_ symbols: [String], code: [UInt8] = []) throws -> NativeSlice {
        var fixture = MachOFixture()
        fixture.addSegment(
            "__TEXT",
            sections: [
                .init(segment: "__TEXT", name: "__text", flags: 0x8000_0400, bytes: code)
            ])
        fixture.addSymbols(symbols.map { MachOFixture.Symbol(name: $0, type: 1) })
        return try fixture.slice
    }

    @Test func `Apple's names are told without their first underscore`() throws {
        let facts = try machO([
            "___memcpy_chk", "_memcpy", "_strcpy", "___stack_chk_fail", "___stack_chk_guard",
        ]).facts
        #expect(facts[.canary].value == .present)
        #expect(facts[.fortify].names["fortified"] == ["__memcpy_chk"])
        #expect(facts[.fortify].names["unfortified"] == ["memcpy", "strcpy"])
        #expect(facts[.branchMarks].value == .notApplicable)
    }

    @Test func `Apple's bare printf proves nothing`() throws {
        #expect(try machO(["_printf", "_fprintf"]).facts[.fortify].value == .undecidable)
    }

    @Test(arguments: ["___chkstk_darwin", "____chkstk_darwin"])
    func `Apple's stack probe is a function`(symbol: String) throws {
        #expect(try machO([symbol]).facts[.stackClash].value == .present)
    }

    /// `xor rcx, rsp` before a call, as Microsoft's compiler writes it.
    private static let check: [UInt8] = [0x48, 0x33, 0xCC, 0xE8, 0, 0, 0, 0]
    /// The same as Clang writes it, by llvm-objdump of the fixture `cookie-checked.dll`.
    private static let checkByClang: [UInt8] = [0x48, 0x31, 0xE1, 0xE8, 0, 0, 0, 0]

    private func pe(code: [UInt8], libraries: [(String, [String])]) throws -> NativeSlice {
        var fixture = PEFixture()
        fixture.addImports(libraries.map { (library: $0.0, functions: $0.1) })
        fixture.sections.append(
            .init(name: ".text", characteristics: 0x6000_0020, bytes: code))
        return try fixture.slice
    }

    @Test(arguments: [check, checkByClang], [2, 3])
    func `checks of the cookie beyond the runtime's own tell it`(check: [UInt8], count: Int) throws
    {
        let code = Array([[UInt8]](repeating: check, count: count).joined())
        let slice = try pe(code: code, libraries: [("VCRUNTIME140.dll", ["memcpy"])])
        #expect(slice.facts[.canary].value == (count > 2 ? .present : .undecidable))
        #expect(slice.facts[.fortify].value == .notApplicable)
    }

    @Test func `the runtime that is linked in brings many checks`() throws {
        let code = Array([[UInt8]](repeating: Self.check, count: 42).joined())
        let slice = try pe(code: code, libraries: [("KERNEL32.dll", ["ExitProcess"])])
        #expect(slice.facts[.canary].value == .undecidable)
    }

    @Test func `a read of the stack's limit is Windows' probe`() throws {
        // mov r11, gs:[0x10]
        let slice = try pe(
            code: [0x65, 0x4C, 0x8B, 0x1C, 0x25, 0x10, 0, 0, 0, 0xC3],
            libraries: [("KERNEL32.dll", ["ExitProcess"])])
        #expect(slice.facts[.stackClash].value == .present)
    }

    /// Names of LLVM and of MinGW, which leave a table of symbols.
    @Test(arguments: ["__chkstk", "___chkstk_ms"])
    func `Windows' probe is known by its name too`(symbol: String) throws {
        var fixture = PEFixture()
        fixture.sections.append(.init(name: ".text", characteristics: 0x6000_0020, bytes: [0xC3]))
        #expect(try fixture.slice.facts[.stackClash].value == .undecidable)
        fixture.symbols = [.init(name: symbol)]
        let fact = try fixture.slice.facts[.stackClash]
        #expect(fact.value == .present)
        #expect(fact.tier == .symbol)
    }

    @Test func `MSVC's names are C++`() throws {
        let slice = try pe(
            code: [0xC3],
            libraries: [("MSVCP140.dll", ["?_Xlength_error@std@@YAXPEBD@Z"])])
        #expect(slice.languages.map(\.name) == ["c++"])
    }
}

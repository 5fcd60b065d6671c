import NativeInspection
import Testing

/// What imports of a Mach-O file tell of its code.
///
/// Apple's names have an underscore more than those of C: `__stack_chk_fail` is `___stack_chk_fail`
/// (`nm -u` on a Mac).
@Suite struct `Code of Mach-O files` {
    private func facts(_ symbols: [MachOFixture.Symbol]) throws -> FactTable {
        var file = MachOFixture()
        file.addLibrary("/usr/lib/libSystem.B.dylib")
        file.addSymbols(symbols)
        return try file.slice.facts
    }

    @Test(arguments: [
        ("___stack_chk_fail", Fact.Value.present), ("___stack_chk_guard", .present),
        ("__stack_chk_fail", .undecidable), ("____stack_chk_fail", .undecidable),
        ("_malloc", .undecidable),
    ])
    func `is told to have canaries by either import, with three underscores`(
        name: String, value: Fact.Value
    ) throws {
        #expect(try facts([.init(name: name, type: 1)])[.canary].value == value)
    }

    @Test(arguments: [
        "___memcpy_chk", "___memmove_chk", "___memset_chk", "___strcpy_chk", "___strcat_chk",
        "___strncpy_chk", "___snprintf_chk", "___sprintf_chk", "___vsnprintf_chk",
    ])
    func `is fortified where it imports a checking function`(name: String) throws {
        let fact = try facts([.init(name: name, type: 1)])[.fortify]
        #expect(fact.value == .present)
        #expect(fact.names["fortified"] == [String(name.dropFirst())])
    }

    @Test(arguments: [
        // Defined here, for others and for this file alone; and functions that only end like one.
        MachOFixture.Symbol(name: "___memcpy_chk", type: 15, value: 0x1000),
        .init(name: "___memcpy_chk", type: 14, value: 0x1000),
        .init(name: "_cheese_chk", type: 1), .init(name: "___cheese_chk", type: 1),
        .init(name: "__memcpy_chk", type: 1), .init(name: "___chk", type: 1),
    ])
    func `is not fortified by every name that ends in chk`(symbol: MachOFixture.Symbol) throws {
        let fact = try facts([symbol, .init(name: "_malloc", type: 1)])[.fortify]
        #expect(fact.value == .undecidable)
        #expect(fact.names["fortified"] == [])
    }

    @Test(arguments: [("____chkstk_darwin", Fact.Value.present), ("_chkstk", .undecidable)])
    func `probes its stack where it imports Apple's probe`(name: String, value: Fact.Value) throws {
        #expect(try facts([.init(name: name, type: 1)])[.stackClash].value == value)
    }
}

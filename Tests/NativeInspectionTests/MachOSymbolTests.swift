import NativeInspection
import Testing

@Suite struct `Mach-O symbols` {
    @Test func `are imports where they are undefined, without their one underscore`() throws {
        var file = MachOFixture()
        file.addSymbols([
            .init(name: "___stack_chk_fail", type: 1), .init(name: "_PyList_New", type: 1),
            .init(name: "dyld_stub_binder", type: 1),
            // A common symbol: undefined, but of a size, so it is allocated here.
            .init(name: "_common", type: 1, value: 16),
            .init(name: "___memcpy_chk", type: 15, value: 0x1000),
            // Debug entries are no symbols.
            .init(name: "_stab", type: 0x24),
        ])
        #expect(try file.slice.imports == ["__stack_chk_fail", "PyList_New", "dyld_stub_binder"])
    }

    @Test(arguments: [
        ("_objc_release", Fact.Value.present, Fact.Value.absent),
        ("_arc4random_buf", .absent, .present), ("_arc4random", .absent, .present),
        ("_arc4random_stir", .absent, .present), ("_objc_msgSend", .absent, .absent),
    ])
    func `tell counted references and random numbers`(
        function: String, counting: Fact.Value, random: Fact.Value
    ) throws {
        var file = MachOFixture()
        file.addSymbols([.init(name: function, type: 1)])
        let facts = try file.slice.facts
        #expect(facts[.referenceCounting].value == counting)
        #expect(facts[.randomNumbers].value == random)
        #expect(facts[.referenceCounting].tier == .symbol)
        file.fileType = 10
        #expect(try file.slice.facts[.referenceCounting].value == .notApplicable)
    }

    @Test func `initialise a module only where others see them`() throws {
        var file = MachOFixture()
        file.addSymbols([
            .init(name: "_PyInit_shown", type: 15), .init(name: "_PyInit_private", type: 0x1F),
            .init(name: "_PyInit_local", type: 14), .init(name: "_PyInit_needed", type: 1),
        ])
        #expect(try file.slice.moduleInitializers == ["PyInit_shown"])
    }

    @Test func `are exported by the trie where the table was stripped of them`() throws {
        var file = MachOFixture()
        file.addTrie(MachOFixture.trie(["_PyInit_a", "_PyInit_b"]))
        file.addSymbols([.init(name: "_malloc", type: 1), .init(name: "_PyInit_a", type: 15)])
        let slice = try file.slice
        #expect(slice.moduleInitializers.sorted() == ["PyInit_a", "PyInit_b"])
        #expect(slice.facts[.stripped].value == .present)
    }

    @Test func `are imported by chained fixups where there is no table`() throws {
        var file = MachOFixture()
        file.addChainedFixups(["_malloc", "___stack_chk_fail"])
        let slice = try file.slice
        #expect(slice.imports == ["malloc", "__stack_chk_fail"])
        #expect(slice.facts[.chainedFixups].value == .present)
        #expect(try MachOFixture().slice.facts[.chainedFixups].value == .absent)
    }

    @Test(
        arguments: [
            // The root is its own child; the child lies outside; the edge has no end; no root at all.
            [0, 1, 0x61, 0, 0], [0, 1, 0x61, 0, 0x7F], [0, 1, 0x61],
            [0x80, 0x80, 0x80, 0x80, 0x80],
        ] as [[UInt8]])
    func `are undecidable behind a broken trie, but the table still tells`(trie: [UInt8]) throws {
        var file = MachOFixture()
        file.addTrie(trie)
        file.addSymbols([.init(name: "_malloc", type: 1), .init(name: "_PyInit_x", type: 15)])
        let slice = try file.slice
        #expect(slice.facts[.stripped].value == .undecidable)
        #expect(slice.imports == ["malloc"])
        #expect(slice.moduleInitializers == ["PyInit_x"])
    }

    @Test func `are undecidable where their table lies outside, and the header still tells`() throws
    {
        var file = MachOFixture()
        file.fileType = 2
        file.add(0x2, file.word(0x10_0000) + file.word(9) + file.word(0x400) + file.word(8))
        let facts = try file.slice.facts
        #expect(facts[.stripped].value == .undecidable)
        #expect(facts[.pie].value == .word("no-pie"))
    }

    @Test func `tell by the local ones whether the file was stripped`() throws {
        var stripped = MachOFixture()
        stripped.addSymbols([
            .init(name: "_PyInit_x", type: 15), .init(name: "_malloc", type: 1),
            // What strip itself leaves behind.
            .init(name: "radr://5614542", type: 0x3C),
        ])
        #expect(try stripped.slice.facts[.stripped].value == .present)
        var whole = MachOFixture()
        whole.addSymbols([.init(name: "_helper", type: 14)])
        #expect(try whole.slice.facts[.stripped].value == .absent)
        // A private external symbol is as local as any.
        var hidden = MachOFixture()
        hidden.addSymbols([.init(name: "_helper", type: 0x1E)])
        #expect(try hidden.slice.facts[.stripped].value == .absent)
    }

    @Test func `are debug information only where there is DWARF`() throws {
        var map = MachOFixture()
        map.addSymbols([.init(name: "/build/a.o", type: 0x66), .init(name: "a.c", type: 0x64)])
        let fact = try map.slice.facts[.debugInfo]
        #expect(fact.value == .absent)
        #expect(fact.evidence?.contains("1 object files in the debug map") == true)
        var companion = MachOFixture()
        companion.fileType = 10
        companion.addSegment(
            "__DWARF", sections: [.init(segment: "__DWARF", name: "__debug_info", bytes: [1, 2])])
        #expect(try companion.slice.facts[.debugInfo].value == .present)
    }
}

import NativeInspection
import Testing

/// Expected values come from the generic ABI and from the layout of GNU hash tables in glibc.
@Suite struct `ELF symbols` {
    static let mixed: [ELFFixture.Symbol] = [
        .init(name: "memcpy", isDefined: false),
        .init(name: "__gmon_start__", isDefined: false, binding: 2),
        .init(name: "PyInit_fast"),
        .init(name: "helper"),
    ]

    @Test(arguments: ELFFixture.layouts, [ELFFixture.Hash.sysv, .gnu])
    func `a hash table tells how many symbols there are`(
        layout: ELFFixture, hash: ELFFixture.Hash
    ) throws {
        var fixture = layout
        fixture.hash = hash
        fixture.hasSections = false
        fixture.symbols = Self.mixed
        let slice = try fixture.slice()
        #expect(slice.imports == ["memcpy", "__gmon_start__"])
        #expect(slice.moduleInitializers == ["PyInit_fast"])
    }

    @Test func `the hash table of 64-bit s390 has numbers of eight bytes`() throws {
        var fixture = ELFFixture(is64: true, isBigEndian: true)
        fixture.machine = 22
        fixture.hash = .sysv
        fixture.hasSections = false
        fixture.symbols = Self.mixed
        #expect(try fixture.slice().imports == ["memcpy", "__gmon_start__"])
    }

    @Test(arguments: [true, false])
    func `a file that exports nothing keeps its imports`(hasSections: Bool) throws {
        var fixture = ELFFixture()
        fixture.hash = .gnuWithoutExports
        fixture.hasSections = hasSections
        fixture.symbols = [
            .init(name: "memcpy", isDefined: false), .init(name: "free", isDefined: false),
        ]
        fixture.relocated = [1, 2]
        #expect(try fixture.slice().imports == ["memcpy", "free"])
    }

    @Test func `without a hash table the section headers count`() throws {
        var fixture = ELFFixture()
        fixture.hash = .none
        fixture.symbols = Self.mixed
        #expect(try fixture.slice().imports.count == 2)
    }

    @Test func `a function that the file defines is no import, whatever its name`() throws {
        var fixture = ELFFixture()
        fixture.symbols = [
            .init(name: "memcpy", isDefined: false), .init(name: "__memcpy_chk", binding: 2),
        ]
        #expect(try fixture.slice().imports == ["memcpy"])
    }

    @Test func `hidden and local symbols are nobody's module initialiser`() throws {
        var fixture = ELFFixture()
        fixture.symbols = [
            .init(name: "PyInit_hidden", visibility: 2), .init(name: "PyInit_local", binding: 0),
            .init(name: "PyInit_protected", visibility: 3),
        ]
        #expect(try fixture.slice().moduleInitializers == ["PyInit_protected"])
    }

    @Test func `a name outside of the strings spoils no other`() throws {
        var fixture = ELFFixture()
        fixture.symbols = Self.mixed
        fixture.patches = [(".dynsym", 24, 4, 0x00FF_FFFF)]
        let slice = try fixture.slice()
        #expect(slice.imports == ["__gmon_start__"])
        #expect(slice.facts[.canary].value == .undecidable)
    }

    /// A file with a full table of symbols that cannot be read, as its strings are too large.
    private func withUnreadableFullTable(_ file: ELFFixture) throws -> NativeSlice {
        var fixture = file
        fixture.sections += [
            .init(name: ".strtab", type: 3, bytes: [UInt8](repeating: 0, count: 5000)),
            .init(
                name: ".symtab", type: 2, bytes: [UInt8](repeating: 0, count: 48), link: ".strtab"),
        ]
        var limits = InspectionLimits.standard
        limits.tableBytes = 4000
        let file = try NativeFile(MemoryNativeSource(fixture.bytes), limits: limits)
        return try #require(file?.slices.first)
    }

    /// The loader never reads the full table: a stripped file has none.
    @Test func `a full table that cannot be read spoils nothing that the dynamic one tells`() throws
    {
        var fixture = ELFFixture()
        fixture.symbols = Self.mixed
        let slice = try withUnreadableFullTable(fixture)
        #expect(slice.symbolProblem == nil)
        #expect(slice.pythonProblem == nil)
        #expect(slice.imports == ["memcpy", "__gmon_start__"])
        #expect(slice.facts[.sanitizers].value == .absent)
    }

    @Test func `a full table that cannot be read is told where there is no other`() throws {
        var fixture = ELFFixture()
        fixture.hasDynamic = false
        let slice = try withUnreadableFullTable(fixture)
        #expect(slice.symbolProblem?.contains(".strtab") == true)
        #expect(slice.facts[.sanitizers].value == .undecidable)
    }

    /// A static program that can be loaded anywhere has a dynamic section, and one entry without a name.
    @Test func `a full table that cannot be read is told where the other has no name`() throws {
        let slice = try withUnreadableFullTable(ELFFixture())
        #expect(slice.symbolProblem?.contains(".strtab") == true)
        #expect(slice.facts[.sanitizers].value == .undecidable)
    }

    @Test func `more symbols than the limit are not walked`() throws {
        var fixture = ELFFixture()
        fixture.hash = .sysv
        fixture.symbols = Self.mixed
        fixture.patches = [(".hash", 4, 4, 0xFFFF_FFFF)]
        let slice = try fixture.slice()
        #expect(slice.imports.isEmpty)
        #expect(slice.facts[.canary].value == .undecidable)
    }

    @Test func `a chain of the hash table without an end is given up`() throws {
        var fixture = ELFFixture()
        fixture.hasSections = false
        fixture.symbols = [.init(name: "memcpy", isDefined: false), .init(name: "helper")]
        fixture.text = []
        // The one chain entry, after the header, the bloom filter and the bucket.
        fixture.patches = [(".hash", 28, 4, 2)]
        #expect(throws: Never.self) { try fixture.slice() }
    }

    @Test func `names that all run over one long text do not cost their sum`() throws {
        var fixture = ELFFixture()
        fixture.symbols =
            [.init(name: String(repeating: "x", count: 4000), isDefined: false)]
            + (0..<400).map { _ in .init(name: "y", isDefined: false) }
        fixture.hash = .sysv
        // Every name begins where the long one does.
        fixture.patches = (1...401).map { (".dynsym", 24 * $0, 4, 1) }
        #expect(try fixture.fact(.canary).value == .undecidable)
    }
}

import NativeInspection
import Testing

/// Expected values come from the generic ABI and from how the GNU loader reads the tables.
@Suite struct `ELF libraries` {
    @Test func `each folder of a search path is kept, the empty one too`() throws {
        var fixture = ELFFixture()
        #expect(try fixture.fact(.rpath).value == .list([]))
        fixture.named = [(15, "$ORIGIN/../x.libs::/opt/lib"), (29, "$ORIGIN"), (14, "libx.so.1")]
        let facts = try fixture.slice().facts
        #expect(facts[.rpath].value == .list(["$ORIGIN/../x.libs", "", "/opt/lib"]))
        #expect(facts[.runpath].value == .list(["$ORIGIN"]))
        #expect(facts[.soname].value == .word("libx.so.1"))
    }

    @Test(arguments: ELFFixture.layouts)
    func `symbol versions are told by library`(layout: ELFFixture) throws {
        var fixture = layout
        fixture.versionNeeds = [
            ("libm.so.6", ["GLIBC_2.29"]), ("libc.so.6", ["GLIBC_2.2.5", "GLIBC_2.14"]),
        ]
        let slice = try fixture.slice()
        #expect(
            slice.versionNeeds == [
                .init(library: "libm.so.6", versions: ["GLIBC_2.29"]),
                .init(library: "libc.so.6", versions: ["GLIBC_2.2.5", "GLIBC_2.14"]),
            ])
        let fact = slice.facts[.versionNeeds]
        #expect(fact.value == .list(["GLIBC_2.29", "GLIBC_2.2.5", "GLIBC_2.14"]))
        #expect(fact.names["libm.so.6"] == ["GLIBC_2.29"])
    }

    @Test func `a name beyond the strings makes only its own fact undecidable`() throws {
        var fixture = ELFFixture()
        fixture.flags = [(1, 0x7FFF_FFFF), (24, 0)]
        fixture.named = [(14, "libx.so")]
        fixture.needed = ["libc.so.6"]
        let slice = try fixture.slice()
        #expect(slice.facts[.needed].value == .undecidable)
        #expect(slice.needed == ["libc.so.6"])
        #expect(slice.facts[.soname].value == .word("libx.so"))
        #expect(slice.facts[.bindNow].value == .present)
    }

    @Test(arguments: [(UInt64(5), UInt64(1) << 60), (10, 1 << 40)])
    func `strings that are nowhere leave the flags readable`(tag: UInt64, value: UInt64) throws {
        var fixture = ELFFixture()
        fixture.needed = ["libc.so.6"]
        fixture.named = [(14, "libx.so"), (29, "$ORIGIN")]
        fixture.flags = [(tag, value), (24, 0)]
        let facts = try fixture.slice().facts
        #expect(facts[.rpath].value == .list([]))
        for name in [FactName.needed, .soname, .runpath] {
            #expect(facts[name].value == .undecidable)
            #expect(facts[name].evidence?.contains("the dynamic strings") == true)
        }
        #expect(facts[.bindNow].value == .present)
    }

    /// Loaders ask for a few names of a table, however large it is.
    @Test func `names are read from strings that are too large to be held`() throws {
        var fixture = ELFFixture()
        fixture.needed = ["libc.so.6"]
        fixture.named = [(14, "libx.so.1"), (15, "/tmp/lib"), (29, "$ORIGIN")]
        fixture.versionNeeds = [("libc.so.6", ["GLIBC_2.34"])]
        fixture.symbols = [.init(name: String(repeating: "x", count: 5000), isDefined: false)]
        var limits = InspectionLimits.standard
        limits.tableBytes = 4000
        let file = try NativeFile(MemoryNativeSource(fixture.bytes), limits: limits)
        let slice = try #require(file?.slices.first)
        #expect(slice.needed == ["libc.so.6"])
        #expect(slice.facts[.soname].value == .word("libx.so.1"))
        #expect(slice.facts[.rpath].value == .list(["/tmp/lib"]))
        #expect(slice.facts[.runpath].value == .list(["$ORIGIN"]))
        #expect(slice.versionNeeds == [.init(library: "libc.so.6", versions: ["GLIBC_2.34"])])
        #expect(slice.symbolProblem?.contains("the dynamic strings") == true)
    }

    /// What lies beyond the limit of a name is searched all the same: it must not pass for the whole.
    @Test func `a search path that is too long to be kept is undecidable`() throws {
        var fixture = ELFFixture()
        let inside = String(repeating: "$ORIGIN:", count: 512)
        fixture.named = [(15, inside + "/tmp"), (29, String(inside.dropLast()))]
        let facts = try fixture.slice().facts
        #expect(facts[.rpath].value == .undecidable)
        #expect(facts[.rpath].evidence?.contains("longer than 4096 bytes") == true)
        #expect(facts[.runpath].value == .list(Array(repeating: "$ORIGIN", count: 512)))
    }

    @Test func `versions that overlap end with the limit`() throws {
        var fixture = ELFFixture()
        fixture.versionNeeds = [("libc.so.6", ["GLIBC_2.17"])]
        // Every entry is said to be one byte after the last, with as many versions as fit.
        fixture.patches = [
            (".gnu.version_r", 2, 2, 0xFFFF), (".gnu.version_r", 12, 4, 1),
            (".gnu.version_r", 28, 4, 1),
        ]
        #expect(try fixture.fact(.versionNeeds).value == .undecidable)
    }

    @Test func `a version need whose next step is itself is read once`() throws {
        var fixture = ELFFixture()
        fixture.versionNeeds = [("libm.so.6", ["GLIBC_2.29"]), ("libc.so.6", ["GLIBC_2.14"])]
        fixture.patches = [(".gnu.version_r", 12, 4, 0)]
        #expect(
            try fixture.slice().versionNeeds == [
                .init(library: "libm.so.6", versions: ["GLIBC_2.29"])
            ])
    }

    @Test func `the address of the dynamic section counts, not an offset that says otherwise`()
        throws
    {
        var fixture = ELFFixture()
        fixture.needed = ["libc.so.6"]
        // The third program header is that of the dynamic section; p_offset stands at 8.
        fixture.patches = [("segments", 2 * 56 + 8, 8, 0)]
        #expect(try fixture.slice().needed == ["libc.so.6"])
    }

    @Test func `packed relative relocations change nothing`() throws {
        var fixture = ELFFixture()
        // DT_RELR, DT_RELRSZ and DT_RELRENT, as `-z pack-relative-relocs` writes them.
        fixture.flags = [(36, ELFFixture.base), (35, 8), (37, 8), (30, 8)]
        fixture.needed = ["libc.so.6"]
        fixture.versionNeeds = [("libc.so.6", ["GLIBC_2.2.5", "GLIBC_ABI_DT_RELR"])]
        let slice = try fixture.slice()
        #expect(slice.facts[.bindNow].value == .present)
        #expect(slice.versionNeeds.first?.versions.last == "GLIBC_ABI_DT_RELR")
    }

    @Test func `a dynamic section that overlaps its own strings still ends`() throws {
        var fixture = ELFFixture()
        fixture.flags = [(5, ELFFixture.base), (10, 0x80), (24, 0)]
        fixture.needed = ["libc.so.6"]
        #expect(try fixture.fact(.bindNow).value == .present)
    }
}

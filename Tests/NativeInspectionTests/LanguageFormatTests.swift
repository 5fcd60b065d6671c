import NativeInspection
import Testing

/// Languages and crates in Mach-O and PE files, which have no `.comment`.
@Suite struct `Languages in Mach-O and PE files` {
    /// The commit is what `rustc -vV` of 1.95.0 prints.
    private static let path =
        "/rustc/59807616e1fa2540724bfbac14d7976d7e4a3860/library/core/src/str.rs"

    private func machO(
        _ bytes: [UInt8], in section: String = "__const", of segment: String = "__TEXT",
        symbols: [String] = [], needed: [String] = []
    ) -> MachOFixture {
        var fixture = MachOFixture()
        fixture.addSegment(
            segment, sections: [.init(segment: segment, name: section, bytes: bytes)])
        for library in needed { fixture.addLibrary(library) }
        fixture.addSymbols(symbols.map { MachOFixture.Symbol(name: $0, type: 1) })
        return fixture
    }

    private func pe(_ name: String, _ bytes: [UInt8]) -> PEFixture {
        var fixture = PEFixture()
        fixture.addImports([(library: "KERNEL32.dll", functions: ["ExitProcess"])])
        fixture.sections.append(.init(name: name, characteristics: 0x4000_0040, bytes: bytes))
        return fixture
    }

    private static func text(_ text: String) -> [UInt8] { [0] + Array(text.utf8) + [0] }

    @Test func `the commit tells rustc's release where no comment does`() throws {
        let windows = Self.path.replacing("library/core/src/", with: #"library\core\src\"#)
        for slice in [
            try machO(Self.text(Self.path)).slice, try pe(".rdata2", Self.text(windows)).slice,
        ] {
            let rust = try #require(slice.languages.first { $0.name == "rust" })
            #expect(rust.version == "1.95.0")
            #expect(rust.tier == .string)
        }
    }

    /// orjson: built without the standard library's strings, with a panic that tells nothing.
    @Test func `Rust without a trace is left to the wheel's metadata`() throws {
        var windows = PEFixture()
        windows.addImports([(library: "python312.dll", functions: ["PyModuleDef_Init"])])
        windows.addExports(["PyInit_orjson"])
        let mac = machO([0], symbols: ["_PyModuleDef_Init"])
        for slice in [try windows.slice, try mac.slice] {
            #expect(slice.languages.map(\.name) == ["c"])
            #expect(slice.languages.allSatisfy { $0.isAssumption })
        }
    }

    /// cargo auditable's PARSING.md: `.dep-v0` in ELF and PE, `__DATA,.dep-v0` in Mach-O.
    @Test func `the list of crates is found in each format`() throws {
        let list: [UInt8] = [0x78, 0x9C, 1, 2, 3]
        for slice in [
            try machO(list, in: ".dep-v0", of: "__DATA").slice, try pe(".dep-v0", list).slice,
        ] {
            // Sections of PE are padded to whole blocks.
            #expect(slice.carried.auditableCrates?.starts(with: list) == true)
            #expect(slice.languages.map(\.name) == ["rust"])
        }
    }

    /// Go's linker puts the information at a multiple of 16, into `__go_buildinfo` of Mach-O and the
    /// data of PE; the tables of the fixtures begin at such a multiple.
    @Test func `Go's build information is found in each format`() throws {
        let go = `Go build information`.information(
            version: "go1.23.4", modules: ["path\tmain", "dep\tgolang.org/x/sys\tv0.1.0", ""])
        for slice in [
            try machO(go, in: "__go_buildinfo", of: "__DATA").slice, try pe(".data", go).slice,
        ] {
            let found = try #require(slice.languages.first { $0.name == "go" })
            #expect(found.version == "1.23.4")
            #expect(slice.carried.goModules == [.init(name: "golang.org/x/sys", version: "v0.1.0")])
        }
    }

    /// Sections by Swift's `lib/IRGen/GenDecl.cpp`; no extension in Swift is known that would do.
    @Test(arguments: ["__swift5_typeref", "__swift5_types", "__swift5_fieldmd"])
    func `sections of Swift tell it on a Mac`(name: String) throws {
        #expect(try machO([1, 2], in: name).slice.languages.map(\.name) == ["swift"])
    }

    @Test func `Swift's library and names tell it on a Mac`() throws {
        let needed = machO([0], needed: ["/usr/lib/swift/libswiftCore.dylib"])
        #expect(try needed.slice.languages.map(\.name) == ["swift"])
        let named = machO([0], symbols: ["_$sSS5countSivg"])
        #expect(try named.slice.languages.map(\.name) == ["swift"])
    }

    @Test func `the library of C++ counts where something is asked of it`() throws {
        let needed = ["/usr/lib/libc++.1.dylib"]
        #expect(try machO([0], needed: needed).slice.languages.map(\.name) == ["c"])
        let used = machO([0], symbols: ["__Znwm", "___gxx_personality_v0"], needed: needed)
        #expect(try used.slice.languages.map(\.name) == ["c++"])
    }
}

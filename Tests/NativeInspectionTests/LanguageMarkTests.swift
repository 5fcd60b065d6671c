import NativeInspection
import Testing

/// Every mark of a language alone, and what looks like one.
///
/// Strings and symbols are those of real
/// modules, seen with `strings` and `nm`, or of the tool's own sources where a comment says so.
@Suite struct `Marks of languages` {
    @Test(arguments: [
        "/root/.cargo/registry/src/index.example-6f17d22bba15001f/serde-1.0.0/src/lib.rs",
        "/root/.cargo/git/checkouts/salsa-61760caba2b17ca5/88a1d77/src/runtime.rs",
        "/build/vendor/serde-1.0.0/src/de/mod.rs",
    ])
    func `a path of a crate alone is Rust`(path: String) throws {
        let rust = try #require(try ContentFixture(strings: [path]).language("rust"))
        #expect(rust.tier == .string)
        #expect(rust.version == nil)
    }

    /// `cargo auditable` puts the section into whatever rustc links.
    @Test func `the list of crates alone is Rust, also beside Go's build information`() throws {
        let listed = ContentFixture(sections: [(".dep-v0", [0x78, 0x9C, 1, 2])])
        #expect(try listed.language("rust")?.tier == .header)
        var both = listed
        // One of the copies stands at a multiple of 16.
        let go = `Go build information`.information(version: "go1.25.1", modules: [])
        both.data = (0..<16).flatMap { _ in go + [UInt8](repeating: 0, count: 81 - go.count) }
        #expect(try both.language("go") != nil)
        #expect(try both.language("rust") != nil)
    }

    /// `.note.go.buildid` and the line table's section by Go's `cmd/link`; the string is what it puts
    /// before the code where the format has no notes.
    @Test(arguments: [
        ContentFixture(sections: [(".note.go.buildid", [1])]),
        ContentFixture(sections: [(".gopclntab", [0xF1, 0xFF, 0xFF, 0xFF, 0, 0, 1, 8])]),
        ContentFixture(data: [0xFF] + Array(" Go build ID: \"abc/def\"".utf8)),
        ContentFixture(locals: ["runtime.goexit.abi0"]),
    ])
    func `a stripped Go program is told by what its linker leaves`(fixture: ContentFixture) throws {
        #expect(try fixture.slice().languages.map(\.name) == ["go"])
    }

    /// What `Cython/Utility` writes into each module.
    @Test(arguments: [
        ContentFixture(strings: ["cython_runtime"]), ContentFixture(strings: ["__pyx_vtable__"]),
        ContentFixture(strings: ["src/msgpack/_packer.pyx"]),
        ContentFixture(locals: ["__pyx_pymod_exec_fast"]),
    ])
    func `each mark of Cython is enough`(fixture: ContentFixture) throws {
        #expect(try fixture.slice().languages.map(\.name) == ["cython"])
    }

    /// numba's `_helperlib.c` asks scipy's modules for their `__pyx_capi__` and is C.
    @Test(arguments: ["__pyx_capi__", ".pyx", "*.pyx", "sources/.pyx"])
    func `a client of Cython's modules is not one`(text: String) throws {
        #expect(try ContentFixture(strings: [text]).slice().languages.map(\.name) == ["c"])
    }

    /// GCC's runtime, LLVM flang's and Intel's (`for_write_seq_lis` of libifcore).
    @Test(arguments: [
        "_gfortran_concat_string", "_FortranAioBeginExternalListOutput", "for_write_seq_lis",
    ])
    func `each compiler's runtime is Fortran`(symbol: String) throws {
        #expect(try ContentFixture(imports: [symbol]).slice().languages.map(\.name) == ["fortran"])
    }

    /// OpenBLAS's Makefile: with NOFORTRAN it builds LAPACK's translation to C.
    @Test func `LAPACK that was translated to C is no Fortran`() throws {
        let library = ContentFixture(
            strings: ["OpenBLAS 0.3.30 NO_AFFINITY"], exports: ["dgetrf_", "cblas_dgemm"])
        #expect(try library.slice().languages.map(\.name) == ["c"])
        let client = ContentFixture(
            imports: ["dgetrf_"], needed: ["libscipy_openblas-5f890258.so"])
        #expect(try client.slice().languages.map(\.name) == ["c"])
    }

    @Test(arguments: [
        ContentFixture(locals: ["__zig_probe_stack"]),
        ContentFixture(strings: ["/usr/lib/zig/lib/std/heap/arena_allocator.zig"]),
        ContentFixture(comments: ["zig 0.15.2"]),
    ])
    func `each mark of Zig is enough`(fixture: ContentFixture) throws {
        #expect(try fixture.slice().languages.map(\.name) == ["zig"])
    }

    /// Names as `swift demangle` takes them; the words are those of `DW_AT_producer`.
    @Test(arguments: [
        ContentFixture(sections: [("swift5_reflstr", [1])]),
        ContentFixture(needed: ["libswiftCore.so"]), ContentFixture(imports: ["swift_retain"]),
        ContentFixture(exports: ["$s6cheese4CurdV4nameSSvg"]),
    ])
    func `each mark of Swift is enough, and the words alone are none`(fixture: ContentFixture)
        throws
    {
        #expect(try fixture.slice().languages.map(\.name) == ["swift"])
        var told = fixture
        told.strings = ["Swift version 6.3.1 (swift-6.3.1-RELEASE)"]
        #expect(try told.language("swift")?.version == "6.3.1")
        #expect(try ContentFixture(strings: told.strings).language("swift") == nil)
    }

    /// `swiftrt.o`, which is linked into each Swift file, is C++ of a few names.
    @Test func `Swift's start-up object does not make a file C++`() throws {
        let startup = [
            "_ZL14__backtraceRef", "_ZL23swift_image_constructorv", "_ZN12_GLOBAL__N_18sectionsE",
        ]
        let file = ContentFixture(locals: startup, needed: ["libswiftCore.so"])
        #expect(try file.slice().languages.map(\.name) == ["swift"])
    }

    @Test(arguments: [
        ("haskell", ContentFixture(strings: ["stg_ap_ppv_fast"])),
        ("haskell", ContentFixture(exports: ["hs_init"])),
        ("ocaml", ContentFixture(strings: ["caml_startup"])),
        ("ocaml", ContentFixture(locals: ["caml_startup__code_begin"])),
    ])
    func `runtimes of functional languages tell them`(language: String, fixture: ContentFixture)
        throws
    {
        #expect(try fixture.slice().languages.map(\.name) == [language])
    }

    /// greenlet and contourpy for Windows: the runtime is linked in and no symbol is left, but classes
    /// keep their type information.
    @Test func `C++ without its library shows in its classes, and without those not at all`() throws
    {
        let hidden = ContentFixture(imports: ["PyModule_Create2"], exports: ["PyInit__greenlet"])
        #expect(try hidden.language("c")?.isAssumption == true)
        var classes = hidden
        classes.strings = [".?AVPyErrOccurred@greenlet@@"]
        #expect(try classes.slice().languages.map(\.name) == ["c++"])
    }

    @Test(arguments: [
        ContentFixture(strings: ["nanobind_system_libstdcpp_gxx_abi_1xxx_use_cxx11_abi_1_a1_v22"]),
        ContentFixture(needed: ["libboost_python312.so.1.85.0"]),
        ContentFixture(imports: ["__cxa_throw"]), ContentFixture(imports: ["_ZNSt6thread4joinEv"]),
        ContentFixture(imports: ["_Znwm"], needed: ["/usr/lib/libc++.1.dylib"]),
    ])
    func `what implies C++ is C++`(fixture: ContentFixture) throws {
        #expect(try fixture.slice().languages.map(\.name) == ["c++"])
    }
}

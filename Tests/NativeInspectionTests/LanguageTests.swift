import NativeInspection
import Testing

/// Strings and symbols are those of real modules, seen with `strings` and `nm`.
@Suite struct `Languages of native code` {
    @Test func `rustc's own words tell its version`() throws {
        let fixture = ContentFixture(comments: ["rustc version 1.98.1 (48a229cea 2026-09-01)"])
        let rust = try #require(try fixture.language("rust"))
        #expect(rust.version == "1.98.1")
        #expect(rust.tier == .string)
    }

    @Test func `a library of C++ that nothing is asked of says nothing`() throws {
        let habit = ContentFixture(imports: ["malloc"], needed: ["libstdc++.so.6"])
        #expect(try habit.slice().languages.map(\.name) == ["c"])
        let used = ContentFixture(
            imports: ["__gxx_personality_v0"], needed: ["libstdc++.so.6"])
        #expect(try used.slice().languages.map(\.name) == ["c++"])
    }

    @Test func `crates that compile C make a Rust program one of C too`() throws {
        let path = "registry/src/index.example-6f17d22bba15001f/%@/src/lib.rs"
        func languages(_ crate: String) throws -> [String] {
            try ContentFixture(
                strings: [path.replacing("%@", with: crate)],
                comments: ["rustc version 1.98.1 (48a229cea 2026-09-01)"]
            ).slice().languages.map(\.name).sorted()
        }
        #expect(try languages("aws-lc-sys-0.38.0") == ["c", "rust"])
        #expect(try languages("linux-raw-sys-0.9.0") == ["rust"])
    }

    /// The commits are what `rustc -vV` of these releases prints.
    @Test(arguments: [
        ("90b35a6239c3d8bdabc530a6a0816f7ff89a0aaf", "1.83.0"),
        ("59807616e1fa2540724bfbac14d7976d7e4a3860", "1.95.0"),
        ("a59de37e99060162a2674e3ff45409ac73595c0e", "1.0.0"),
    ])
    func `the commit of the standard library's paths tells the release`(
        commit: String, version: String
    ) throws {
        let path = "/rustc/\(commit)\\library\\core\\src\\fmt\\mod.rs"
        let rust = try #require(try ContentFixture(strings: [path]).language("rust"))
        #expect(rust.version == version)
    }

    @Test func `a commit of no release is evidence of Rust without a version`() throws {
        let commit = String(repeating: "0123456789", count: 4)
        let rust = try #require(
            try ContentFixture(strings: ["/rustc/\(commit)/library/"]).language("rust"))
        #expect(rust.version == nil)
        #expect(rust.evidence.contains(commit))
    }

    @Test(arguments: [
        "rust_eh_personality", "_RNvNtCskHulEq4gyu8_6hf_xet6hf_xet9__PYO3_DEF",
        "_ZN16safetensors_rust10TensorSpec4name17h2ccb9d731114e4e7E",
        "_ZN16safetensors_rust10TensorSpec4name17h2ccb9d731114e4e7E.llvm.1234567890",
    ])
    func `names of Rust are Rust and not C++`(symbol: String) throws {
        let languages = try ContentFixture(locals: [symbol]).slice().languages.map(\.name)
        #expect(languages == ["rust"])
    }

    @Test(arguments: [
        ("_cython_3_1_4.cython_function_or_method", "3.1.4"), ("_cython_0_29_36", "0.29.36"),
        ("_cython_3_0_0b2", "3.0.0b2"), ("_cython_3_2_0rc1x", "3.2.0rc1"),
    ])
    func `Cython's name for its types tells its version`(text: String, version: String) throws {
        let fixture = ContentFixture(strings: [text])
        #expect(try fixture.language("cython")?.version == version)
        #expect(try fixture.binding("cython")?.version == version)
    }

    @Test(arguments: [
        ContentFixture(needed: ["libgfortran-e2a3c254.so.5.0.0"]),
        ContentFixture(imports: ["_gfortran_st_write"]),
        ContentFixture(imports: ["_FortranAStopStatement"]),
        ContentFixture(strings: ["Intel(R) Fortran Compiler 19.1"]),
    ])
    func `what uses a Fortran library is Fortran`(fixture: ContentFixture) throws {
        #expect(try fixture.language("fortran") != nil)
    }

    @Test func `the Fortran library itself is not Fortran`() throws {
        let fixture = ContentFixture(imports: ["malloc"], exports: ["_gfortran_st_write"])
        #expect(try fixture.language("fortran") == nil)
    }

    @Test(arguments: [
        ("Linker: LLD 19.1.7 (https://github.com/ziglang/zig-bootstrap 1c3c59)", false),
        ("zig 0.15.2", true),
    ])
    func `a file that Zig linked is not written in it`(comment: String, isZig: Bool) throws {
        #expect((try ContentFixture(comments: [comment]).language("zig") != nil) == isZig)
    }

    @Test func `GHC in a sentence is not Haskell`() throws {
        let prose = ContentFixture(strings: ["disallowed in GHC 6.10.2 and later"])
        #expect(try prose.language("haskell") == nil)
        let program = ContentFixture(comments: ["GCC: (Alpine 14.2.0) 14.2.0", "GHC 9.8.2"])
        #expect(try program.language("haskell")?.version == "9.8.2")
    }

    @Test(arguments: [
        ContentFixture(imports: ["__gxx_personality_v0"], needed: ["libstdc++.so.6"]),
        ContentFixture(imports: ["_ZNSt6thread4joinEv"]),
        ContentFixture(exports: ["_ZN5RDKit5Bond9getOwningEv"]),
        ContentFixture(strings: ["N10__cxxabiv117__class_type_infoE"]),
        ContentFixture(strings: [".?AVPyFatalError@greenlet@@"]),
        ContentFixture(strings: ["__pybind11_internals_v12_system_libstdcpp_gxx_abi_1xxx__"]),
    ])
    func `C++ shows in its library, names, classes and bindings`(fixture: ContentFixture) throws {
        #expect(try fixture.language("c++") != nil)
    }

    @Test(arguments: [
        ContentFixture(imports: ["_ZGVbN2v_sin", "_ZGVeM16vv_pow"]),
        ContentFixture(locals: ["_ZNK9libunwind16Registers_x86_6411getRegisterEi"]),
        ContentFixture(strings: [".?AVtype_info@@", ".?AVbad_exception@std@@"]),
        ContentFixture(imports: ["__cxa_finalize", "__cxa_atexit"]),
    ])
    func `what only looks like C++ is not`(fixture: ContentFixture) throws {
        #expect(try fixture.language("c++") == nil)
    }

    @Test func `a Cython module compiled as C++ is both`() throws {
        let fixture = ContentFixture(
            strings: ["_cython_3_3_1"], imports: ["__gxx_personality_v0"],
            needed: ["libstdc++.so.6"])
        #expect(try fixture.slice().languages.map(\.name) == ["cython", "c++"])
    }

    /// OpenBLAS: `interface`, `kernel` and `driver` are C and assembler, `lapack-netlib` is Fortran.
    @Test func `OpenBLAS is C and Fortran`() throws {
        var fixture = ContentFixture(imports: ["_gfortran_concat_string"])
        #expect(try fixture.slice().languages.map(\.name) == ["fortran"])
        fixture.strings = ["OpenBLAS 0.3.30 NO_LAPACKE DYNAMIC_ARCH"]
        #expect(try fixture.slice().languages.map(\.name) == ["fortran", "c"])
    }

    @Test func `a file without a trace is assumed to be C`() throws {
        let assumed = try #require(try ContentFixture(imports: ["malloc"]).language("c"))
        #expect(assumed.isAssumption)
        let compiled = ContentFixture(comments: ["GCC: (GNU) 14.2.1 20250110"])
        let told = try #require(try compiled.language("c"))
        #expect(told.isAssumption)
        #expect(told.evidence.hasPrefix("comment `GCC: (GNU) 14.2.1 20250110`"))
        let bound = ContentFixture(locals: ["_cffi_f_sodium_init"], comments: compiled.comments)
        #expect(try bound.language("c")?.isAssumption == false)
    }

    /// rustc sets no canaries, and calls no checking variants.
    @Test(arguments: ["__stack_chk_fail", "__snprintf_chk"])
    func `what only compilers of C call is no assumption`(symbol: String) throws {
        let c = try #require(try ContentFixture(imports: [symbol]).language("c"))
        #expect(!c.isAssumption)
        #expect(c.tier == .symbol)
        #expect(c.evidence == "imports \(symbol)")
    }

    /// orjson 3.8.3 for Linux, which compiles the standard library with it.
    ///
    /// The comments are all three of it. Windows by `std::path` of such a build, where only the first part is joined by slashes.
    @Test(arguments: [
        "/home/.rustup/toolchains/nightly/lib/rustlib/src/rust/library/core/src/str/pattern.rs",
        #"C:\rust\lib/rustlib/src/rust\library\alloc\src\vec\mod.rs"#,
        #"C:\rust\lib\rustlib\src\rust\library\std\src\io\mod.rs"#,
    ])
    func `a standard library that was compiled with it is Rust`(path: String) throws {
        let comments = [
            "clang version 14.0.6 (Red Hat 14.0.6-1)", "Linker: LLD 14.0.6",
            "GCC: (GNU) 12.1.1 20220628 (Red Hat 12.1.1-3)",
        ]
        let module = ContentFixture(
            strings: [path], exports: ["PyInit_orjson"], comments: comments)
        let slice = try module.slice()
        #expect(slice.languages.map(\.name) == ["rust"])
        #expect(slice.languages.first?.tier == .string)
        #expect(slice.facts[.canary].value == .notApplicable)
    }

    /// What looks for the sources, as debuggers do, names no file of them.
    @Test(arguments: [
        "lib/rustlib/src/rust", "lib/rustlib/src/rust/library/", "lib/rustlib/src/rust/src/llvm/x",
        "lib/rustlib/src/rust/library/%s/src",
    ])
    func `the folder of the standard library is none`(text: String) throws {
        #expect(try ContentFixture(strings: [text]).language("rust") == nil)
    }

    /// jemalloc is written in C: `src/malloc_io.c` prints each message behind `<jemalloc>: `.
    @Test func `C libraries inside Rust are C, allocators among them`() throws {
        var fixture = ContentFixture(locals: ["rust_eh_personality"])
        #expect(try fixture.language("c") == nil)
        fixture.strings = ["<jemalloc>: Error in munmap()"]
        #expect(try fixture.language("c")?.evidence == "carries jemalloc")
        fixture.strings = ["OpenSSL 4.0.3 29 Sep 2026"]
        #expect(try fixture.language("c")?.evidence == "carries openssl 4.0.3")
    }

    @Test func `C libraries inside Cython are C, beside C++ they may be its own`() throws {
        var fixture = ContentFixture(strings: ["_cython_3_3_1"], exports: ["llhttp_init"])
        #expect(try fixture.slice().languages.map(\.name) == ["cython", "c"])
        fixture.imports = ["__gxx_personality_v0"]
        fixture.needed = ["libstdc++.so.6"]
        #expect(try fixture.slice().languages.map(\.name) == ["cython", "c++"])
    }

    @Test func `sections of Swift and Objective-C tell them`() throws {
        let swift = ContentFixture(sections: [("swift5_typeref", [1])])
        #expect(try swift.language("swift")?.tier == .header)
        var objectiveC = MachOFixture()
        objectiveC.addSegment(
            "__DATA", protection: 3,
            sections: [.init(segment: "__DATA", name: "__objc_classlist", bytes: [0, 0])])
        #expect(try objectiveC.slice.languages.contains { $0.name == "objective-c" })
    }
}

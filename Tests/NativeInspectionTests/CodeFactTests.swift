import NativeInspection
import Testing

/// Code is what gcc 12, clang 21 and rustc 1.95 emit with the flag in question, by objdump.
@Suite struct `Facts of native code` {
    /// `mov rax, fs:[0x28]; mov [rsp+0x38], rax`.
    static let canary: [UInt8] = [
        0x64, 0x48, 0x8B, 0x04, 0x25, 0x28, 0, 0, 0, 0x48, 0x89, 0x44, 0x24, 0x38,
    ]
    /// `sub rsp, 0x2008`.
    static let largeFrame: [UInt8] = [0x48, 0x81, 0xEC, 0x08, 0x20, 0, 0, 0xC3]

    static let cImports = ["malloc", "free"]

    @Test(arguments: [
        (ContentFixture(imports: ["__stack_chk_fail"]), Fact.Value.present, EvidenceTier.symbol),
        (ContentFixture(machine: 183, imports: ["__stack_chk_guard"]), .present, .symbol),
        (ContentFixture(imports: ["__intel_security_cookie"]), .present, .symbol),
        (ContentFixture(locals: ["__stack_chk_fail_local"]), .present, .symbol),
        (ContentFixture(code: canary, imports: cImports), .present, .opcode),
        // sub rax, fs:[0x28] with another register: xor r10, fs:[0x28]
        (
            ContentFixture(code: [0x64, 0x4C, 0x33, 0x14, 0x25, 0x28, 0, 0, 0], imports: cImports),
            .present, .opcode
        ),
        // cmp rcx, fs:[0x28]
        (
            ContentFixture(code: [0x64, 0x48, 0x3B, 0x0C, 0x25, 0x28, 0, 0, 0], imports: cImports),
            .present, .opcode
        ),
        (ContentFixture(code: largeFrame, imports: cImports), .absent, .opcode),
        (
            // sub sp, sp, #0x2, lsl #12
            ContentFixture(
                machine: 183, code: ContentFixture.words([0xD140_0BFF]), imports: cImports),
            .absent, .opcode
        ),
    ])
    func `a canary shows in imports, definitions and code`(
        fixture: ContentFixture, value: Fact.Value, tier: EvidenceTier
    ) throws {
        let fact = try fixture.fact(.canary)
        #expect(fact.value == value)
        #expect(fact.tier == tier)
    }

    @Test(arguments: [
        // No array in any function: -fstack-protector-strong leaves nothing.
        ContentFixture(code: [0x31, 0xC0, 0xC3], imports: cImports),
        // sub rsp, 0x88: registers can fill that.
        ContentFixture(code: [0x48, 0x81, 0xEC, 0x88, 0, 0, 0, 0xC3], imports: cImports),
        // mov rax, gs:[0x28] is no canary of ELF.
        ContentFixture(code: [0x65] + canary.dropFirst(), imports: cImports),
    ])
    func `no sign of a canary is not its absence`(fixture: ContentFixture) throws {
        #expect(try fixture.fact(.canary).value == .undecidable)
    }

    @Test func `Rust has no use for a canary, but C inside it has`() throws {
        var fixture = ContentFixture(code: Self.largeFrame, locals: ["rust_eh_personality"])
        #expect(try fixture.fact(.canary).value == .notApplicable)
        fixture.strings = ["OpenSSL 4.0.3 29 Sep 2026"]
        // The large frame may be Rust's.
        #expect(try fixture.fact(.canary).value == .undecidable)
        fixture.imports = ["__stack_chk_fail"]
        #expect(try fixture.fact(.canary).value == .present)
    }

    /// `sub rsp, 0x1000` and then `mov qword [rsp], 0` (rustc 1.95, clang 21 with the flag) or
    /// `or qword [rsp], 0` (gcc 12 with the flag), by objdump.
    @Test func `Rust's stack probes say nothing about C beside it, GCC's do`() throws {
        let move: [UInt8] = [0x48, 0x81, 0xEC, 0x00, 0x10, 0, 0]
        var fixture = ContentFixture(
            code: move + [0x48, 0xC7, 0x04, 0x24, 0, 0, 0, 0, 0xC3],
            locals: ["rust_eh_personality"])
        #expect(try fixture.fact(.stackClash).value == .present)
        fixture.strings = ["OpenSSL 4.0.3 29 Sep 2026"]
        #expect(try fixture.fact(.stackClash).value == .undecidable)
        fixture.code += move + [0x48, 0x83, 0x0C, 0x24, 0, 0xC3]
        #expect(try fixture.fact(.stackClash).value == .present)
        fixture.locals = ["__rust_probestack", "rust_eh_personality"]
        fixture.code = [0xC3]
        #expect(try fixture.fact(.stackClash).value == .undecidable)
        fixture.strings = []
        #expect(try fixture.fact(.stackClash).value == .present)
    }

    @Test func `a program that holds its C library may have the library's canaries`() throws {
        var elf = ContentFixture(code: Self.canary, locals: ["main"]).elf
        elf.type = 2
        let fact = try elf.fact(.canary)
        #expect(fact.value == .present)
        #expect(fact.evidence?.hasSuffix("it may come from a C library that is linked in") == true)
    }

    @Test(
        arguments: [
            // gcc -fstack-clash-protection: sub rsp, 0x1000; or qword [rsp], 0
            [0x48, 0x81, 0xEC, 0, 0x10, 0, 0, 0x48, 0x83, 0x0C, 0x24, 0],
            // gcc 8 and later: sub rsp, 0x1000; or qword [rsp+0xff8], 0
            [0x48, 0x81, 0xEC, 0, 0x10, 0, 0, 0x48, 0x83, 0x8C, 0x24, 0xF8, 0x0F, 0, 0, 0],
            // clang, rustc: sub rsp, 0x1000; mov qword [rsp], 0
            [0x48, 0x81, 0xEC, 0, 0x10, 0, 0, 0x48, 0xC7, 0x04, 0x24, 0, 0, 0, 0],
        ] as [[UInt8]])
    func `stack probes are known in the forms of both compilers`(code: [UInt8]) throws {
        let fact = try ContentFixture(code: code).fact(.stackClash)
        #expect(fact.value == .present)
        #expect(fact.tier == .opcode)
    }

    @Test(
        arguments: [
            // sub sp, sp, #1, lsl #12; str xzr, [sp, #0x400] (gcc)
            ([0xD140_07FF, 0xF902_03FF], Fact.Value.present),
            // sub sp, sp, #1, lsl #12; ldr xzr, [sp] (LLVM)
            ([0xD140_07FF, 0xF940_03FF], .present),
            // sub sp, sp, #0x40; str xzr, [sp] only clears a variable
            ([0xD101_03FF, 0xF900_03FF], .undecidable),
        ] as [([UInt32], Fact.Value)])
    func `stack probes of ARM64 follow a move by pages`(words: [UInt32], value: Fact.Value) throws {
        let fixture = ContentFixture(machine: 183, code: ContentFixture.words(words))
        #expect(try fixture.fact(.stackClash).value == value)
    }

    @Test(arguments: ["__rust_probestack", "__zig_probe_stack"])
    func `functions that probe the stack tell it`(symbol: String) throws {
        let fact = try ContentFixture(locals: [symbol]).fact(.stackClash)
        #expect(fact.value == .present)
        #expect(fact.tier == .symbol)
    }

    @Test func `Zig's probes say nothing about C beside it`() throws {
        let fixture = ContentFixture(
            exports: ["_cffi_pypyinit_x"], locals: ["__zig_probe_stack"])
        #expect(try fixture.language("c") != nil)
        #expect(try fixture.fact(.stackClash).value == .undecidable)
    }

    @Test(arguments: [
        ("f.cfi", Fact.Value.present), ("_ZN1A1fEv.cfi_jt", .present), ("__cfi_check", .present),
        ("__cfi_main", .present), ("CPyDef_calcfirst", .undecidable), ("x.cfix", .undecidable),
        ("a.cfi.b", .undecidable),
    ])
    func `CFI is known by the end of a name`(symbol: String, value: Fact.Value) throws {
        #expect(try ContentFixture(locals: [symbol]).fact(.cfi).value == value)
    }

    @Test(arguments: [
        (ContentFixture(imports: ["__safestack_unsafe_stack_ptr"]), Fact.Value.present),
        (ContentFixture(locals: ["__safestack_init"]), .present),
        (ContentFixture(imports: cImports), .absent),
    ])
    func `SafeStack is known in libraries too`(fixture: ContentFixture, value: Fact.Value) throws {
        #expect(try fixture.fact(.safeStack).value == value)
    }

    @Test func `a shadow call stack needs both its store and its load`() throws {
        // str x30, [x18], #8 and ldr x30, [x18, #-8]!
        let both = ContentFixture(
            machine: 183, code: ContentFixture.words([0xF800_865E, 0xF85F_8E5E]))
        #expect(try both.fact(.shadowCallStack).value == .present)
        let one = ContentFixture(machine: 183, code: ContentFixture.words([0xF800_865E]))
        #expect(try one.fact(.shadowCallStack).value == .absent)
        #expect(try ContentFixture.amd64.fact(.shadowCallStack).value == .notApplicable)
    }

    @Test(arguments: [
        ("__asan_init", ["asan"]), ("__asan_report_load8", ["asan"]), ("__tsan_init", ["tsan"]),
        ("__msan_init", ["msan"]), ("__ubsan_handle_add_overflow", ["ubsan"]),
        ("__asan_poison_memory_region", []), ("__asan_default_options", []),
    ])
    func `only instrumented code asks for a sanitizer`(symbol: String, names: [String]) throws {
        let fact = try ContentFixture(imports: [symbol]).fact(.sanitizers)
        #expect(fact.value == (names.isEmpty ? .absent : .present))
        #expect(fact.names["sanitizers"] ?? [] == names)
    }

    @Test func `the C++ library's checks show where they are called`() throws {
        let symbol = "_ZSt21__glibcxx_assert_failPKciS0_S0_"
        #expect(try ContentFixture(imports: [symbol]).fact(.libraryAssertions).value == .present)
        // What libc++'s hardening mode calls.
        let abort = "_ZNSt3__122__libcpp_verbose_abortEPKcz"
        #expect(try ContentFixture(imports: [abort]).fact(.libraryAssertions).value == .present)
        let library = ContentFixture(exports: [symbol])
        #expect(try library.fact(.libraryAssertions).value == .undecidable)
        #expect(try ContentFixture.amd64.fact(.libraryAssertions).value == .notApplicable)
    }

    @Test func `what leaves no trace in code is undecidable`() throws {
        let fact = try ContentFixture(code: Self.canary).fact(.automaticInitialization)
        #expect(fact == .undecidable("not detectable from code"))
    }
}

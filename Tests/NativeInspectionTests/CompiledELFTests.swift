import NativeInspection
import Testing

/// What the table of the compiled files has no word for: kinds, lists and evidence.
@Suite struct `Compiled ELF files` {
    private func slice(_ name: String) throws -> NativeSlice {
        let fixture = try #require(CompiledFixture.all.first { $0.file == name })
        let file = try NativeFile(MemoryNativeSource(try fixture.bytes()))
        return try #require(file?.slices.first)
    }

    /// The names are those of `readelf -Ds`, which counts by the hash tables too.
    @Test(arguments: ["no-sections-hash.so", "no-sections-gnu-hash.so"])
    func `without section headers keep their imports`(name: String) throws {
        let slice = try slice(name)
        #expect(Set(slice.imports) == ["__stack_chk_fail", "cheeseboard_fill"])
        #expect(slice.kind == .sharedLibrary)
        #expect(slice.facts[.toolchain].value == .undecidable)
    }

    /// Their sources define `__stack_chk_fail` themselves, as a linked-in C library does.
    @Test(arguments: [
        ("canary-static", EvidenceTier.opcode), ("canary-static-pie", .opcode),
        ("canary-in-full-table-aarch64", .symbol),
    ])
    func `that hold their C library may have the library's canaries`(
        name: String, tier: EvidenceTier
    ) throws {
        let fact = try slice(name).facts[.canary]
        #expect(fact.value == .present)
        #expect(fact.tier == tier)
        #expect(fact.evidence?.hasSuffix("it may come from a C library that is linked in") == true)
    }

    @Test func `that define the end for a smashed stack import nothing for it`() throws {
        let slice = try slice("canary-own-weak.so")
        #expect(!slice.imports.contains("__stack_chk_fail"))
        #expect(slice.facts[.canary].tier == .opcode)
    }

    /// Both were made of one source, with `-D_FORTIFY_SOURCE=2` and `=3`.
    @Test func `of two levels of fortification are alike`() throws {
        let fact = try slice("fortify-2.so").facts[.fortify]
        #expect(fact.value == .present)
        #expect(try slice("fortify-3.so").facts[.fortify] == fact)
    }

    @Test func `with nothing but what debuggers read are companions`() throws {
        #expect(try slice("debug-companion.so").kind == .debugCompanion)
        #expect(try slice("debug-elsewhere.so").kind == .sharedLibrary)
    }

    @Test func `that Python can import are told by what they export`() throws {
        #expect(try slice("no-dlopen-module.so").moduleInitializers == ["PyInit_small"])
        #expect(try slice("no-dlopen.so").moduleInitializers.isEmpty)
    }

    /// Made by clang and gcc, and linked by lld.
    @Test func `tell all tools that had a part in them`() throws {
        guard case .list(let tools) = try slice("toolchains.so").facts[.toolchain].value else {
            Issue.record("no list of tools")
            return
        }
        for word in ["GCC: ", "clang version ", "Linker: LLD "] {
            #expect(tools.contains { $0.hasPrefix(word) })
        }
    }
}

import CheeseboardTesting
import NativeInspection
import Testing

/// Files with all that the scan looks for, which are then cut off and changed.
@Suite struct `Damaged content` {
    private static let full: [UInt8] = {
        var fixture = ContentFixture()
        fixture.code =
            `Facts of native code`.canary + `Facts of native code`.largeFrame + `Branch marks`.mark
            + [0x48, 0x81, 0xEC, 0, 0x10, 0, 0, 0x48, 0xC7, 0x04, 0x24, 0, 0, 0, 0]
        fixture.strings = [
            `Scan of a slice`.commit, "_cython_3_1_4", "OpenSSL 4.0.3 29 Sep 2026", "zig 0.15.2",
            " inflate 1.2.11 Copyright 1995-2017 Mark Adler ", "1.3.1.zlib-ng",
            "nanobind_system_libstdcpp_a1_v22", ".?AVError@x@@", "lib/std/mem.zig",
            "/c/registry/src/index.example-6f17d22bba15001f/sha-1-0.10.0/src/lib.rs",
            "/b/vendor/zstd-2.0.1/src/lib.rs", "/git/checkouts/salsa-61760caba2b17ca5/88a1d77/x",
        ]
        fixture.imports = ["memcpy", "__stack_chk_fail", "_ZGVbN2v_sin"]
        fixture.exports = ["PyInit_fast", "_ZN1a17h0123456789abcdefE.llvm.1", "f.cfi_jt"]
        fixture.comments = ["GCC: 14", "rustc version 1.98.1 (48a229cea 2026-09-01)"]
        fixture.data =
            [0, 0x61, 0x73, 0x6D, 1, 0, 0, 0, 0, 4, 1, 0x6E, 0x61, 0x62]
            + [UInt8](repeating: 0, count: 18)
            + `Go build information`.information(
                version: "go1.25.1", modules: `Go build information`.modules)
        fixture.sections = [(".dep-v0", [0x78, 0x9C, 1])]
        return fixture.elf.bytes
    }()

    /// Inspects the bytes; to return and to throw the one error are both right.
    private func inspect(_ bytes: [UInt8]) {
        do throws(NativeInspectionError) {
            _ = try NativeFile(MemoryNativeSource(bytes))?.slices
        } catch {
            guard case .invalid = error else {
                Issue.record("\(error)")
                return
            }
        }
    }

    @Test func `a file that ends anywhere is read or refused`() {
        for count in Self.full.indices { inspect(Array(Self.full.prefix(count))) }
    }

    @Test(arguments: 0..<4)
    func `a changed file is read or refused`(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        for _ in 0..<5_000 { inspect(random.mutate(Self.full)) }
    }

    /// Each marker cut off by the file's end, and each after the others' first bytes.
    @Test func `every string may be cut off`() {
        for end in 1..<64 {
            for text in [
                `Scan of a slice`.commit, "OpenSSL 1.1.1 1 Ja", "nanobind_v", "registry/src/a-",
            ] {
                let cut = Array(text.utf8.prefix(end))
                inspect([0x7F, 0x45, 0x4C, 0x46] + cut)
                var fixture = ContentFixture()
                fixture.data = cut
                var elf = fixture.elf
                elf.hasSections = false
                elf.hasDynamic = false
                inspect(elf.bytes)
            }
        }
    }

    @Test func `a list never outgrows its limit`() throws {
        var limits = InspectionLimits()
        limits.listEntries = 10
        var fixture = ContentFixture(imports: (0..<50).map { "f\($0)" })
        fixture.strings = (0..<50).map {
            "registry/src/index.example-6f17d22bba15001f/c\($0)-1.0.0/src/lib.rs"
        }
        let source = MemoryNativeSource(fixture.elf.bytes)
        let slice = try #require(try NativeFile(source, limits: limits)?.slices.first)
        #expect(slice.imports.count == 10)
        #expect(slice.carried.observedCrates.count == 10)
    }
}

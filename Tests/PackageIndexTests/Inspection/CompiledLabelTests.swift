import Archives
import CheeseboardTesting
import Foundation
import PackageIndex
import PythonPackaging
import Testing

/// Wheels around compiled libraries.
///
/// What a library needs follows from its flags, and readelf says the same (`fixtures.json`); which
/// policy has that is auditwheel's `manylinux-policy.json`.
@Suite struct `Labels of compiled libraries` {
    private func report(
        _ tag: String, _ files: [(path: String, content: [UInt8])]
    ) throws -> WheelReport {
        var builder = WheelBuilder(name: "brie", version: "1.0")
        builder.tag = tag
        builder.files += files
        let wheel = builder.make()
        let limits = WheelInspectionLimits(
            temporaryFolder: FileManager.default.temporaryDirectory.path)
        return try InspectWheel(limits: limits).report(
            of: MemoryByteSource(wheel.bytes), named: try WheelFilename(wheel.filename),
            path: wheel.filename)
    }

    @Test(arguments: [
        // Newer than the tag says, as wasmtime 50.0.1; for another machine; in a pure wheel.
        ("manylinux1_x86_64", "glibc-2.34.so", "manylinux_2_34_x86_64", false),
        ("manylinux_2_34_x86_64", "glibc-2.34.so", "manylinux_2_34_x86_64", true),
        ("manylinux_2_34_aarch64", "glibc-2.34.so", "manylinux_2_34_x86_64", false),
        ("any", "glibc-2.34.so", "manylinux_2_34_x86_64", false),
        // Packed relocations ask for no function, and yet for a glibc that knows them.
        ("manylinux_2_36_x86_64", "packed-relocations.so", "manylinux_2_36_x86_64", true),
        ("manylinux_2_35_x86_64", "packed-relocations.so", "manylinux_2_36_x86_64", false),
        // auditwheel asks sections by their names.
        ("manylinux_2_34_x86_64", "sections-gone.so", "manylinux_2_34_x86_64", true),
        ("manylinux_2_34_x86_64", "sections-renamed.so", "manylinux_2_34_x86_64", true),
        // A library that only the builder had, as with lightgbm 4.7.0 and tblite 0.8.0.
        ("manylinux_2_28_x86_64", "needs-openmp.so", "linux_x86_64", false),
        ("manylinux_2_28_x86_64", "needs-zlib-internals.so", "linux_x86_64", false),
        ("manylinux_2_28_x86_64", "level-v3.so", "linux_x86_64", false),
        // musl's library by both of its names.
        ("musllinux_1_2_x86_64", "needs-musl.so", "musllinux_1_2_x86_64", true),
        ("musllinux_1_2_x86_64", "needs-libc.so", "musllinux_1_2_x86_64", true),
        ("manylinux_2_28_x86_64", "needs-musl.so", "musllinux_1_2_x86_64", false),
    ])
    func `the platform is what the file asks for, whatever the tag says`(
        _ platform: String, _ fixture: String, _ computed: String, _ holds: Bool
    ) throws {
        let report = try report(
            "py3-none-\(platform)", [("brie/x.so", try CompiledLibrary.bytes(fixture))])
        #expect(report.tags.computed == computed, "\(report.tags.why)")
        #expect(report.tags.truthful == holds, "\(report.tags.why)")
        #expect(report.errors.isEmpty)
    }

    /// Its versions, `GOMP_4.0` and `OMP_1.0`, are of prefixes that no policy lists.
    @Test func `a library that comes along is asked of no system, nor are its versions`()
        throws
    {
        let report = try report(
            "cp312-cp312-manylinux_2_28_x86_64",
            [
                ("brie/x.so", try CompiledLibrary.bytes("needs-openmp.so")),
                ("brie.libs/libgomp.so.1", try CompiledLibrary.bytes("library-by-lld.so")),
            ])
        #expect(report.tags.computed == "manylinux_2_5_x86_64")
        #expect(report.tags.truthful)
    }

    /// auditwheel 6.8.2 opens `libc.so` of the machine it runs on as ELF, where a linker script lies
    /// under that name, and stops.
    @Test func `a linker script named as a library stops nothing`() throws {
        let script = "/* GNU ld script */\nGROUP ( /lib/x86_64-linux-gnu/libc.so.6 )\n"
        let report = try report(
            "cp312-cp312-musllinux_1_2_x86_64",
            [
                ("brie/x.so", try CompiledLibrary.bytes("needs-libc.so")),
                ("brie.libs/libc.so", Array(script.utf8)),
            ])
        #expect(report.files.map(\.path) == ["brie/x.so"])
        #expect(report.errors.isEmpty)
        #expect(report.tags.computed == "musllinux_1_2_x86_64")
    }

    /// The releases stand in CPython's Misc/stable_abi.toml.
    @Test func `functions that are newer than the tag are told with their release`() throws {
        let report = try report(
            "cp36-abi3-linux_x86_64",
            [("brie/x.abi3.so", try CompiledLibrary.bytes("abi3-newer.abi3.so"))])
        let stable = try #require(report.files.first?.abi3)
        #expect(stable.claimed == "3.6")
        #expect(stable.computed == "3.11")
        #expect(
            stable.violations == [
                .init(symbol: "PyType_GetName", added: "3.11"),
                .init(symbol: "PyUnicode_AsUTF8AndSize", added: "3.10"),
            ])
        #expect(!report.tags.truthful)
    }

    /// abi3audit 0.0.26 looks at what a module defines too, and calls such modules "not abi3".
    @Test func `what a module exports is not asked of Python, though it begins with Py`() throws {
        let module = try CompiledLibrary.bytes("abi3-own-exports.abi3.so")
        let promised = try report("cp36-abi3-linux_x86_64", [("brie/x.abi3.so", module)])
        #expect(
            promised.files.first?.abi3
                == StableABIReport(claimed: "3.6", computed: "3.6", violations: []))
        #expect(promised.tags.truthful)
        // Its one import, PyModule_Create2, is as old as the stable ABI: it could have promised.
        let other = try report("cp312-cp312-linux_x86_64", [("brie/x.so", module)])
        #expect(
            other.files.first?.abi3
                == StableABIReport(claimed: nil, computed: "3.2", violations: []))
    }
}

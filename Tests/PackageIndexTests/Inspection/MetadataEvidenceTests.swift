import CheeseboardTesting
import PackageIndex
import Testing

@Suite struct `Metadata as evidence` {
    private func module(
        _ fixture: String, generator: String, crates: [String] = []
    ) throws -> NativeFileReport {
        let list = crates.map { (name: $0, version: "0.29.2", purl: "pkg:cargo/\($0)@0.29.2") }
        let sbom = (name: "brie.cyclonedx.json", json: WheelBuilder.cycloneDX(list))
        let report = try WheelBuilder.inspected(
            [("brie/brie.so", try CompiledFile.bytes(fixture))], generator: generator,
            sboms: crates.isEmpty ? [] : [sbom])
        return try #require(report.files.first)
    }

    /// orjson's modules for Windows and macOS, which the crate pyo3-ffi binds.
    @Test func `maturin and its SBOM speak for a module that shows nothing`() throws {
        let file = try module(
            "without-trace.so", generator: "maturin (1.15.0)", crates: ["pyo3-ffi", "serde"])
        #expect(file.languages == ["rust"])
        #expect(file.bindings == ["pyo3-ffi"])
        #expect(file.findings.map(\.tier) == [5, 5])
        #expect(!file.findings.contains { $0.assumed })
        let both = try module(
            "without-trace.so", generator: "maturin (1.15.0)", crates: ["pyo3-ffi", "pyo3"])
        #expect(both.bindings == ["pyo3"])
    }

    @Test func `without an SBOM the binding stays an assumption`() throws {
        let file = try module("without-trace.so", generator: "maturin (1.15.0)")
        #expect(file.languages == ["rust"])
        #expect(file.bindings == ["cpython-api"])
    }

    @Test(arguments: ["setuptools (84.0.0)", "meson", "hatchling 1.27.0"])
    func `other builders say nothing of the language`(generator: String) throws {
        let file = try module("without-trace.so", generator: generator, crates: ["pyo3"])
        #expect(file.languages == ["c"])
        #expect(file.findings.first?.assumed == true)
    }

    /// GCC leaves its name in Rust modules too, by the objects of the start-up that are linked in.
    @Test func `the name of a compiler of C does not speak against maturin`() throws {
        let file = try module("abi3-newer.abi3.so", generator: "maturin (1.15.0)", crates: ["pyo3"])
        #expect(file.languages == ["rust"])
        #expect(file.bindings == ["pyo3"])
        let other = try module("abi3-newer.abi3.so", generator: "setuptools (84.0.0)")
        #expect(other.languages == ["c"])
        #expect(other.findings.first?.assumed == true)
    }

    /// What is known of a module by its own bytes, and files that maturin does not build.
    @Test func `metadata never overrules what the bytes tell`() throws {
        let cython = try CompiledFile.bytes("without-trace.so") + Array("\0_cython_3_1_4\0".utf8)
        let report = try WheelBuilder.inspected(
            [
                ("brie/brie.so", cython), ("brie/librind.so", SmallLibrary.elf()),
                ("brie.libs/libz-0123abcd.so.1", try CompiledFile.bytes("abi3-newer.abi3.so")),
            ], generator: "maturin (1.15.0)")
        #expect(report.files.map(\.role) == [.extension, .library, .vendored])
        #expect(report.files.map(\.languages) == [["cython"], ["c"], ["c"]])
    }

    /// maturin builds one module; what lies beside it was put there.
    @Test func `of several modules that show nothing none becomes Rust`() throws {
        let silent = try CompiledFile.bytes("without-trace.so")
        let compiled = try CompiledFile.bytes("abi3-newer.abi3.so")
        let sbom = (
            name: "brie.cyclonedx.json",
            json: WheelBuilder.cycloneDX([(name: "pyo3", version: "1", purl: "pkg:cargo/pyo3@1")])
        )
        func languages(_ files: [(path: String, content: [UInt8])]) throws -> [[String]] {
            try WheelBuilder.inspected(files, generator: "maturin (1.15.0)", sboms: [sbom]).files
                .map { $0.languages + $0.bindings }
        }
        let c = ["c", "cpython-api"]
        #expect(try languages([("brie/a.so", silent), ("brie/b.abi3.so", compiled)]) == [c, c])
        let rust = silent + SmallLibrary.rust().dropFirst(SmallLibrary.elf().count)
        #expect(
            try languages([("brie/a.so", rust), ("brie/b.abi3.so", compiled)]) == [
                ["rust", "pyo3"], c,
            ])
    }

    /// PEP 770: any file of the folder, also deeper; other folders are none of it.
    @Test func `every file below sboms is an SBOM`() throws {
        let json = WheelBuilder.cycloneDX([(name: "x", version: "1", purl: "pkg:generic/x@1")])
        let report = try WheelBuilder.inspected(
            [("brie/sboms/c.json", Array(json.utf8))],
            sboms: [("a.cdx.json", json), ("deep/b.json", json)])
        #expect(
            report.sboms.map(\.path) == [
                "brie-1.0.dist-info/sboms/a.cdx.json", "brie-1.0.dist-info/sboms/deep/b.json",
            ])
    }

    /// The head is what SWIG 4.2.1 writes.
    @Test func `the Python module beside it tells SWIG's version`() throws {
        let head =
            "# This file was automatically generated by SWIG (https://www.swig.org).\n# Version 4.2.1\n#\n"
        let native = SmallLibrary.elf(padding: Array("\0swig_runtime_data4\0".utf8))
        func version(_ module: String, _ text: String) throws -> String? {
            let report = try WheelBuilder.inspected([
                ("brie/_rind.cpython-312-x86_64-linux-gnu.so", native), (module, Array(text.utf8)),
            ])
            let file = try #require(report.files.first)
            return try #require(file.findings.first { $0.name == "swig" }).version
        }
        #expect(try version("brie/rind.py", head) == "4.2.1")
        #expect(try version("brie/other.py", head) == nil)
        #expect(try version("brie/rind.py", "# Version 4.2.1\n") == nil)
    }

    /// HPy's documentation names its first module `quickstart.hpy0.so`.
    @Test(arguments: [
        ("rind.hpy0.so", "PyInit_cheese", "hpy", true),
        ("rind.hpy0.so", "HPyInit_chees", "hpy", true),
        ("rind.so", "HPyInit_chees", "hpy", false),
        ("rind.hpyx.so", "PyInit_cheese", "cpython-api", false),
        ("hpy0.so", "PyInit_cheese", "cpython-api", false),
        ("rind.hpy0.bin", "PyInit_cheese", "cpython-api", false),
        ("rind.hpy0.pyd", "PyInit_cheese", "hpy", true),
    ])
    func `the file's name tells HPy and its ABI`(
        name: String, initializer: String, binding: String, isNamed: Bool
    ) throws {
        let native = try CompiledFile.bytes("without-trace.so")
            .replacing(Array("PyInit_cheese".utf8), with: Array(initializer.utf8))
        let report = try WheelBuilder.inspected([("brie/\(name)", native)])
        let file = try #require(report.files.first)
        #expect(file.bindings == [binding])
        let finding = try #require(file.findings.last)
        #expect(finding.version == (isNamed ? "ABI 0" : nil))
        #expect(finding.evidence.contains("`.hpy0`") == isNamed)
    }

    @Test func `a name does not overrule what the bytes tell`() throws {
        let native =
            try CompiledFile.bytes("without-trace.so") + Array("\0swig_runtime_data4\0".utf8)
        let report = try WheelBuilder.inspected([("brie/rind.hpy0.so", native)])
        #expect(report.files.first?.role == .extension)
        #expect(report.files.first?.bindings == ["swig"])
    }

    @Test func `a library that is no module has no ABI by its name`() throws {
        let report = try WheelBuilder.inspected([("brie/rind.hpy0.so", SmallLibrary.elf())])
        #expect(report.files.first?.role == .library)
        #expect(report.files.first?.bindings.contains("hpy") == false)
    }

    @Test func `the source of the list of crates is told`() throws {
        for name in ["crates-listed.so", "crates-listed.dll", "crates-listed.dylib"] {
            let file = try module(name, generator: "maturin (1.15.0)")
            #expect(file.carried.crateSource == .auditable)
            #expect(file.carried.crates == [.init(name: "serde", version: "1.0.228")])
        }
        let observed = try module("rust.so", generator: "maturin (1.15.0)")
        #expect(observed.carried.crateSource == .observedSubset)
        #expect(observed.carried.crates == [.init(name: "cheese", version: "1.2.3")])
        let none = try module("without-trace.so", generator: "maturin (1.15.0)")
        #expect(none.carried.crateSource == nil)
    }
}

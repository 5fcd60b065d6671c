import Archives
import CheeseboardTesting
import PackageIndex
import PythonPackaging
import Testing

@Suite struct `Inspection of source distributions` {
    private func report(
        _ project: String?, _ paths: [String] = []
    ) throws -> SourceReport {
        var writer = ZipWriter()
        for path in paths { writer.add("a-1.0/\(path)", [], .stored) }
        if let project { writer.add("a-1.0/pyproject.toml", project, .deflated) }
        return try InspectSource().report(
            of: MemoryByteSource(writer.bytes()),
            named: try SourceDistributionFilename("a-1.0.zip"), path: "a-1.0.zip")
    }

    @Test(arguments: [
        (
            "[build-system]\nrequires = [\"maturin>=1,<2\"]\nbuild-backend = \"maturin\"\n",
            ["maturin"]
        ),
        ("[build-system]\nbuild-backend = 'mesonpy'", ["meson-python"]),
        (
            "[ build-system ]\nbuild-backend=\"scikit_build_core.build\" # \"no\"",
            ["scikit-build-core"]
        ),
        (
            "[build-system]\nrequires = [\n  \"setuptools>=61\", # a comment ]\n  'Cython>=3',\n  \"setuptools_rust[x]\",\n]\nbuild-backend = \"setuptools.build_meta\"\n",
            ["setuptools", "cython", "setuptools-rust"]
        ),
        ("[project]\nname = \"a\"\nbuild-backend = \"flit_core.buildapi\"", ["setuptools"]),
        (
            "[tool.x]\nbuild-backend = \"x\"\n[build-system]\nbuild-backend = \"poetry.core.masonry.api\"\n[tool.y]\nbuild-backend = \"y\"",
            ["poetry-core"]
        ),
        (
            "build-system = { requires = [\"hatchling\"], build-backend = \"hatchling.build\" }",
            ["hatchling"]
        ),
        (
            "build-system = {requires=[ 'flit_core', # no }\n 'cython'\n], build-backend = 'flit_core.buildapi'}",
            ["flit", "cython"]
        ),
        ("build-system.requires = ['x']\nbuild-system.build-backend = \"pdm.backend\"", ["pdm"]),
        ("\"build-system\" . 'build-backend' = 'maturin'\r\n[project]\r\nname = 'a'", ["maturin"]),
        (
            "[project]\nreadme = \"\"\"\n[build-system]\nbuild-backend = 'maturin'\n\"\"\"\n[build-system]\nbuild-backend = 'mesonpy'",
            ["meson-python"]
        ),
        (
            "[tool]\nbuild-system.build-backend = 'maturin'\nx = 2026-01-01\ny = [[1, 2], {a = ']'}]",
            ["setuptools"]
        ),
        (
            "x = \"no end\n[[broken]\n[build-system]\nother = \"\\\"\"\nbuild-backend = 'maturin'",
            ["maturin"]
        ),
        ("", ["setuptools"]), ("[build-system", ["setuptools"]),
        ("[build-system]\nrequires = [", ["setuptools"]),
    ])
    func `the table build-system names the backend`(_ text: String, _ backend: [String]) throws {
        #expect(try report(text).backend == backend)
    }

    @Test func `nothing is too deep to be stepped over`() throws {
        let text = "x = " + String(repeating: "[", count: 100_000)
        #expect(
            try report(text + "\nbuild-system.build-backend = 'maturin'").backend == ["maturin"])
        #expect(try report("x = \"\\").backend == ["setuptools"])
    }

    /// Every line below a header has the header's keys before its own.
    @Test(.timeLimit(.minutes(1)))
    func `a header of many keys costs its lines nothing`() throws {
        let header = "[build-system" + String(repeating: ".a", count: 200_000) + "]\n"
        let lines = String(repeating: "a=1\n", count: 200_000)
        let text = header + lines + "build-backend = 'x'\n[build-system]\n"
        #expect(try report(text + "build-backend = 'maturin'").backend == ["maturin"])
    }

    @Test(arguments: [
        "[build-system.a]\nbuild-backend = 'maturin'",
        "build-system.a.b.build-backend = 'maturin'",
        "build-system.build-backend.a.b = 'maturin'",
        "build-system = { a = { b = { build-backend = 'maturin' } } }",
    ])
    func `a longer path is another`(_ text: String) throws {
        #expect(try report(text).backend == ["setuptools"])
    }

    @Test func `without pyproject the backend is setuptools`() throws {
        #expect(try report(nil, ["setup.py"]).backend == ["setuptools"])
    }

    /// The suffixes that the language statistics of all of PyPI went by in 2023.
    @Test(arguments: [
        ("asm", "assembly"), ("c", "c"), ("h", "c"), ("cc", "c++"), ("cpp", "c++"), ("cxx", "c++"),
        ("hpp", "c++"), ("rs", "rust"), ("f", "fortran"), ("go", "go"),
    ])
    func `each suffix tells a language`(suffix: String, language: String) throws {
        #expect(try report(nil, ["src/brie.\(suffix)"]).languages == [language])
        #expect(try report(nil, ["tests/brie.\(suffix)"]).languages.isEmpty)
    }

    @Test func `languages are told by suffixes, tests apart`() throws {
        let found = try report(
            nil,
            ["src/a.c", "src/b.CPP", "src/lib.rs", "tests/x.go", "docs/y.f90", "a.py", "Makefile"])
        #expect(found.languages == ["c", "c++", "rust"])
    }
}

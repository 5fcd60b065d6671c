/// What `pyproject.toml` says in its table `build-system` (PEP 518, PEP 517).
struct BuildSystem {
    private let buildBackend: String?
    private let requires: [String]

    /// Lower-case words: the backend, and the tools among its requirements that compile.
    var backend: [String] {
        let module = (buildBackend ?? "setuptools").lowercased()
        let main = module.split { $0 == "." || $0 == ":" }.first.map(String.init) ?? "setuptools"
        var names = [Self.names[main] ?? Self.names[module] ?? main.replacing("_", with: "-")]
        for requirement in requires {
            let name = requirement.lowercased().prefix {
                $0.isLetter || $0.isNumber || "-_.".contains($0)
            }
            let normal = String(name).replacing("_", with: "-")
            if Self.tools.contains(normal), !names.contains(normal) { names.append(normal) }
        }
        return names
    }

    init(_ text: String) {
        let strings = TOMLReader(text, table: "build-system").strings
        buildBackend = strings["build-backend"]?.first
        requires = strings["requires"] ?? []
    }

    private static let names = [
        "setuptools": "setuptools", "mesonpy": "meson-python",
        "scikit_build_core": "scikit-build-core",
        "poetry": "poetry-core", "flit_core": "flit", "hatchling": "hatchling", "pdm": "pdm",
        "maturin": "maturin", "skbuild": "scikit-build", "uv_build": "uv-build", "sipbuild": "sip",
        "backend": "in-tree",
    ]

    private static let tools: Set<String> = [
        "setuptools-rust", "cython", "pybind11", "nanobind", "cffi", "scikit-build",
        "mypy", "swig", "setuptools-golang", "ziglang", "hatch-cython",
    ]
}

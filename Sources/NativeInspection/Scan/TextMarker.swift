/// A string that tells how code was made, wherever it stands in a file.
enum TextMarker: Int, CaseIterable, Sendable {
    // Rust
    case rustCommit, rustVersion, rustLibrary
    case registryCrate, gitCrate, vendoredCrate

    // other languages
    case goBuildInformation, goBuildIdentifier
    case cythonVersion, cythonRuntime, cythonSource
    case fortranCompiler
    case zigVersion, zigSource
    case swiftVersion
    case haskellRuntime
    case ocamlRuntime
    case cppRuntime, msvcClass

    // bindings
    case pyo3
    case pybind11
    case nanobind
    case cffi
    case swig
    case boostPython
    case mypyc
    case f2py

    /// A C library, with its version where it tells one.
    case library
    /// A WebAssembly module inside the file; what stands in it says nothing about the file's own code.
    case webAssembly

    /// Whether every place counts, rather than every text.
    var isPlace: Bool { self == .goBuildInformation }

    /// The most different texts that are kept.
    func limit(_ limits: InspectionLimits) -> Int {
        switch self {
        case .registryCrate, .gitCrate, .vendoredCrate: limits.listEntries
        default: min(limits.listEntries, 64)
        }
    }
}

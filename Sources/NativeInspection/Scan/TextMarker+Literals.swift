extension TextMarker {
    /// A literal that is searched for, with what it marks.
    struct Literal: Sendable {
        let marker: TextMarker
        let text: String
        /// The library that the text belongs to, for ``TextMarker/library``.
        var library: LibraryString?
    }

    /// Everything that is searched for; each has at least five bytes, as the search's stride asks.
    static let literals: [Literal] =
        plainLiterals.flatMap { marker, texts in
            texts.map { Literal(marker: marker, text: $0) }
        }
        + LibraryString.all.map { Literal(marker: .library, text: $0.literal, library: $0) }

    /// The search for all of them.
    static let search = LiteralSearch(
        literals.map { bytes(of: $0.text) }, stride: 4)

    /// Texts stand for their Latin-1 bytes, so that `\u{FF}` is one byte.
    private static func bytes(of text: String) -> [UInt8] {
        text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    }

    private static let plainLiterals: [(TextMarker, [String])] = [
        (.rustCommit, ["/rustc/"]),
        (.rustVersion, ["rustc version "]),
        // Where a build compiles the standard library itself, its paths are those of the toolchain.
        (.rustLibrary, ["rustlib/src/rust", "rustlib\\src\\rust"]),
        (.registryCrate, ["registry/src/", "registry\\src\\"]),
        (.gitCrate, ["git/checkouts/", "git\\checkouts\\"]),
        (.vendoredCrate, ["/vendor/", "\\vendor\\"]),
        (.goBuildInformation, ["\u{FF} Go buildinf:"]),
        (.goBuildIdentifier, ["\u{FF} Go build ID: \""]),
        (.cythonVersion, ["_cython_"]),
        // Not `__pyx_capi__`, for which clients of Cython's modules ask too.
        (.cythonRuntime, ["cython_runtime", "__pyx_vtable__"]),
        (.cythonSource, [".pyx\u{0}"]),
        (.fortranCompiler, ["Intel(R) Fortran"]),
        (.zigVersion, ["zig 0.", "zig 1."]),
        (.zigSource, ["lib/std/"]),
        (.swiftVersion, ["Swift version "]),
        (.haskellRuntime, ["stg_ap_"]),
        (.ocamlRuntime, ["caml_startup"]),
        (.cppRuntime, ["10__cxxabiv1"]),
        (.msvcClass, ["\u{0}.?AV"]),
        (.pyo3, ["pyo3_runtime.PanicException", "PyO3 modules "]),
        (.pybind11, ["__pybind11_internals_v", "_pybind11_conduit_v1_"]),
        (.nanobind, ["nanobind_", "__nb_internals_v", "nanobind.nb_", "N8nanobind"]),
        (.cffi, ["_init_cffi_1_0_external_module"]),
        (.swig, ["swig_runtime_data", "SwigPyObject"]),
        (.boostPython, ["N5boost6python", "Boost.Python."]),
        (.mypyc, ["__mypyc", "CPyStatics"]),
        (.f2py, ["fortranobject", "F2PyDict", "generated with f2py"]),
        (.webAssembly, ["\u{0}asm\u{1}\u{0}\u{0}\u{0}"]),
    ]
}

extension ContentEvidence {
    /// The tools that bind the slice to Python.
    ///
    /// A module without a trace of any is bound by hand, or by a tool that leaves none:
    /// `cpython-api`, as an assumption.
    var bindings: [Finding] {
        let found = [
            pyo3, pybind11, nanobind, cythonBinding, cffi, swig, boostPython, mypyc, f2py, hpy,
        ].compactMap(\.self)
        guard found.isEmpty, let initializer = symbols.moduleInitializers.first else {
            return found
        }
        return [
            Finding(
                name: "cpython-api", tier: .symbol,
                evidence: "exports \(initializer), and no trace of a binding tool",
                isAssumption: true)
        ]
    }

    private var pyo3: Finding? {
        guard go == nil else { return nil }
        let crate = texts[.registryCrate].first { $0.text.hasPrefix("pyo3 ") }.map { sighting in
            Clue(
                tier: .string,
                text: "path of crate `\(sighting.text)` at \(hexadecimal(sighting.offset))",
                version: String(sighting.text.dropFirst(5)))
        }
        return finding("pyo3", [crate, text(.pyo3)])
    }

    private var pybind11: Finding? { finding("pybind11", [sharedState(.pybind11)]) }

    private var nanobind: Finding? { finding("nanobind", [sharedState(.nanobind)]) }

    /// The clue of the name under which modules of one tool find what they share; the number in it is
    /// that of the tool's internals, which is the same in many of its releases.
    private func sharedState(_ marker: TextMarker) -> Clue? {
        let names = texts[marker]
        guard let name = names.first(where: { Self.internals(in: $0.text) != nil }) ?? names.first
        else { return nil }
        return Clue(
            tier: .string, text: "string `\(name.text)` at \(hexadecimal(name.offset))",
            version: Self.internals(in: name.text))
    }

    /// `internals 12` of `__pybind11_internals_v12_system_…`; modules of nanobind that keep to the
    /// stable ABI say so at the end.
    private static func internals(in name: String) -> String? {
        let parts = name.split(separator: "_")
        let number = parts.first { part in
            part.first == "v" && part.count > 1 && part.utf8.dropFirst().allSatisfy(\.isDigit)
        }
        guard let number, !parts.contains("conduit") else { return nil }
        return "internals \(number.dropFirst())"
            + (parts.last == "stable" ? " (stable ABI)" : "")
    }

    private var cythonBinding: Finding? {
        let version = texts[.cythonVersion].first.map { sighting in
            Clue(
                tier: .string,
                text: "Cython's module name at \(hexadecimal(sighting.offset))",
                version: sighting.text)
        }
        return finding(
            "cython", [symbol(.cython), version, text(.cythonRuntime), text(.cythonSource)])
    }

    /// cffi's own backend looks up the function that the modules made with it define.
    private var cffi: Finding? {
        let isBackend =
            symbols.moduleInitializers.contains { $0.hasSuffix("init_cffi_backend") }
            || symbols.moduleInitializers.contains("PyInit__cffi_backend")
        return isBackend ? nil : finding("cffi", [symbol(.cffi), text(.cffi)])
    }

    private var swig: Finding? { finding("swig", [text(.swig)]) }

    private var boostPython: Finding? {
        finding(
            "boost.python",
            [
                needed(["libboost_python", "boost_python"]), symbol(.boostPython),
                text(.boostPython),
            ])
    }

    private var mypyc: Finding? { finding("mypyc", [symbol(.mypyc), text(.mypyc)]) }

    private var f2py: Finding? { finding("f2py", [symbol(.f2py), text(.f2py)]) }

    private var hpy: Finding? {
        finding(
            "hpy",
            [
                symbols.moduleInitializers.first { $0.hasPrefix("HPyInit_") }.map {
                    Clue(tier: .symbol, text: "exports \($0)")
                }
            ])
    }
}

extension ContentEvidence {
    /// C++, by its runtime, its names or its bindings.
    func cpp(bindings: [Finding], beside others: [Finding]) -> Finding? {
        let ofBinding = bindings.first {
            ["pybind11", "nanobind", "boost.python"].contains($0.name)
        }.map { Clue(tier: $0.tier, text: "\($0.name) is C++") }
        // Swift's and Haskell's own runtimes are C++ in part and need its library.
        let isRuntime = others.contains { ["swift", "haskell"].contains($0.name) }
        var runtimeClues =
            isRuntime
            ? []
            : [
                symbol(.cppRuntime), symbol(.libraryAssertion), symbol(.libcxxAbort),
                symbol(.msvcStandardName), text(.cppRuntime),
            ]
        let names = [cppName(beside: others), symbol(.msvcName)]
        // A linker's habit puts the library there for C too; a name of it must be asked for.
        if !isRuntime, (runtimeClues + names).contains(where: { $0 != nil }) {
            runtimeClues.append(needed(["libstdc++", "libc++", "msvcp1"]))
        }
        let classes = texts[.msvcClass].first.map { sighting in
            Clue(
                tier: .string,
                text: "class `\(sighting.text)` at \(hexadecimal(sighting.offset))")
        }
        return finding(
            "c++",
            runtimeClues + names + [classes, ofBinding])
    }

    /// Names of C++; a few hidden ones are those of the unwinder that Rust links in, and of the start-up
    /// object of Swift.
    private func cppName(beside others: [Finding]) -> Clue? {
        let visible = symbol(.cppName, as: [.imported, .exported])
        let hidden = symbols.sight(of: .cppName, as: .local)?.count ?? 0
        let hasStartup = others.contains { ["rust", "swift"].contains($0.name) }
        return visible ?? (hidden > (hasStartup ? 16 : 0) ? symbol(.cppName, as: [.local]) : nil)
    }

    /// C, where nothing else is found or where C libraries are.
    func c(bindings: [Finding], beside others: [Finding]) -> Finding? {
        if others.isEmpty {
            return onlyC(bindings: bindings)
        }
        var clues: [Clue?] = bindings.filter { $0.name == "cffi" }.map {
            Clue(tier: $0.tier, text: "cffi writes C")
        }
        let isCPP = others.contains { $0.name == "c++" }
        let isCythonOnly = others.contains { $0.name == "cython" } && !isCPP
        // OpenBLAS is C and assembler around LAPACK, which alone is Fortran.
        let isOpenBLAS =
            others.contains { $0.name == "fortran" }
            && carriedLibraries.contains { $0.name == "openblas" }
        guard
            isCythonOnly || isOpenBLAS
                || others.contains(where: { Self.runtimesWithoutC.contains($0.name) })
        else {
            return finding("c", clues)
        }
        if others.contains(where: { $0.name == "go" }) {
            clues.append(symbol(.cgo))
        }
        let libraries = carriedLibraries.map { part in
            [part.name, part.version].compactMap(\.self).joined(separator: " ")
        }
        if !libraries.isEmpty {
            let list = libraries.prefix(4).joined(separator: ", ")
            clues.append(Clue(tier: .string, text: "carries \(list)"))
        }
        let crates = Set(observedCrates.map(\.name)).intersection(CarriedCode.cratesOfC).sorted()
        if !crates.isEmpty {
            let list = crates.prefix(4).joined(separator: ", ")
            clues.append(Clue(tier: .string, text: "crates that compile C: \(list)"))
        }
        return finding("c", clues)
    }

    /// Languages beside which a carried library is C; C++ and Fortran have libraries of their own.
    private static let runtimesWithoutC: Set<String> = [
        "rust", "go", "swift", "haskell", "ocaml",
    ]

    private func onlyC(bindings: [Finding]) -> Finding {
        if let binding = bindings.first(where: { ["mypyc", "cffi"].contains($0.name) }) {
            return Finding(
                name: "c", tier: binding.tier, evidence: "\(binding.name) writes C")
        }
        // Only compilers of C call these, so that no builder of something else made the file alone.
        if let compiled = finding("c", [symbol(.stackCanary, as: [.imported]), fortifiedCall]) {
            return compiled
        }
        // A compiler of C leaves its name in what others compiled too, by the start-up objects that
        // are linked in.
        let compiler = contents.comments.first {
            $0.hasPrefix("GCC: ") || $0.contains("clang version")
        }
        let comment = compiler.map { "comment `\($0)` and " } ?? ""
        return Finding(
            name: "c", tier: .string, evidence: "\(comment)no trace of another language",
            isAssumption: true)
    }

    private var fortifiedCall: Clue? {
        let isBionic = contents.needed.contains("libc.so")
        let call = symbols.imports.first { name in
            FortifiableFunctions.isVariant(name, isBionic: isBionic)
        }
        return call.map { Clue(tier: .symbol, text: "imports \($0)") }
    }
}

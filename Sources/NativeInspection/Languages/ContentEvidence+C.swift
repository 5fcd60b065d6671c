extension ContentEvidence {
    /// C++, by its runtime, its names or its bindings.
    func cpp(bindings: [Finding], beside others: [Finding]) -> Finding? {
        let ofBinding = bindings.first {
            ["pybind11", "nanobind", "boost.python"].contains($0.name)
        }.map { Clue(tier: $0.tier, text: "\($0.name) is C++") }
        // Swift's and Haskell's own runtimes are C++ in part and need its library.
        let isRuntime = others.contains { ["swift", "haskell"].contains($0.name) }
        let runtimeClues =
            isRuntime
            ? []
            : [
                needed(["libstdc++", "libc++", "msvcp1"]), symbol(.cppRuntime),
                symbol(.msvcStandardName), text(.cppRuntime),
            ]
        let classes = texts[.msvcClass].first.map { sighting in
            Clue(
                tier: .string,
                text: "class `\(sighting.text)` at \(hexadecimal(sighting.offset))")
        }
        return finding(
            "c++", runtimeClues + [symbol(.cppName), symbol(.msvcName), classes, ofBinding])
    }

    /// C, where nothing else is found or where C libraries are.
    func c(bindings: [Finding], beside others: [Finding]) -> Finding? {
        if others.isEmpty {
            return onlyC(bindings: bindings)
        }
        guard others.contains(where: { Self.runtimesWithoutC.contains($0.name) }) else {
            return nil
        }
        var clues: [Clue?] = []
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
        return finding("c", clues)
    }

    /// Languages that tell nothing about C beside them; C++, Cython and Fortran do.
    private static let runtimesWithoutC: Set<String> = ["rust", "go", "swift", "haskell", "ocaml"]

    private func onlyC(bindings: [Finding]) -> Finding {
        if let binding = bindings.first(where: { ["mypyc", "cffi"].contains($0.name) }) {
            return Finding(
                name: "c", tier: binding.tier, evidence: "\(binding.name) writes C")
        }
        let compiler = contents.comments.first {
            $0.hasPrefix("GCC: ") || $0.contains("clang version")
        }
        if let compiler {
            return Finding(
                name: "c", tier: .string,
                evidence: "comment `\(compiler)` and no trace of another language")
        }
        return Finding(
            name: "c", tier: .string, evidence: "no trace of another language", isAssumption: true)
    }
}

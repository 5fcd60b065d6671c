extension ContentEvidence {
    /// The languages that the slice was written in, best known first.
    ///
    /// A file that shows none is C: such a file has nothing that would tell, but a compiler's name at
    /// most, and ``Finding/isAssumption`` says so.
    func languages(bindings: [Finding]) -> [Finding] {
        var found = [
            rust, goLanguage, cython, fortran, zig, swift, haskell, ocaml, objectiveC,
        ].compactMap(\.self)
        if let cpp = cpp(bindings: bindings, beside: found) {
            found.append(cpp)
        }
        if let c = c(bindings: bindings, beside: found) {
            found.append(c)
        }
        return found
    }

    /// In a Go program, strings of Rust come from what it embeds (WebAssembly, test data).
    private var rust: Finding? {
        let ownClues = [section([".dep-v0"]), symbol(.rustRuntime), symbol(.rustName)]
        guard go == nil || ownClues.contains(where: { $0 != nil }) else { return nil }
        return finding("rust", ownClues + [rustVersion, rustCommit, rustLibrary, crates])
    }

    private var rustVersion: Clue? {
        texts[.rustVersion].first.map { sighting in
            Clue(
                tier: .string,
                text: "string `rustc version \(sighting.text)` at \(hexadecimal(sighting.offset))",
                version: sighting.text.split(separator: " ").first.map(String.init))
        }
    }

    /// The commit that the standard library's paths name; Mach-O and PE have no other version.
    private var rustCommit: Clue? {
        texts[.rustCommit].first.map { sighting in
            let release = RustRelease.version(ofCommit: sighting.text)
            let what = release.map { "the commit of \($0)" } ?? "no known release's commit"
            return Clue(
                tier: .string,
                text: "path `/rustc/\(sighting.text)/` at \(hexadecimal(sighting.offset)): \(what)",
                version: release)
        }
    }

    /// The source of a standard library that was compiled together with the module (`-Zbuild-std`).
    private var rustLibrary: Clue? {
        texts[.rustLibrary].first.map { sighting in
            Clue(
                tier: .string,
                text: "path `\(sighting.text)` at \(hexadecimal(sighting.offset))")
        }
    }

    private var crates: Clue? {
        let paths = texts[.registryCrate] + texts[.gitCrate] + texts[.vendoredCrate]
        guard let first = paths.map(\.offset).min() else { return nil }
        return Clue(
            tier: .string,
            text: "paths of \(paths.count) crates, the first at \(hexadecimal(first))")
    }

    private var goLanguage: Finding? {
        let information = go.map { go in
            Clue(
                tier: .header, text: "Go build information at \(hexadecimal(go.offset))",
                version: go.version)
        }
        return finding(
            "go",
            [
                information,
                section(["gopclntab", "go.buildinfo", "go_buildinfo", "note.go.buildid"]),
                symbol(.goRuntime), text(.goBuildIdentifier),
            ])
    }

    private var cython: Finding? {
        let version = texts[.cythonVersion].first.map { sighting in
            let name = sighting.text.split(separator: ".").joined(separator: "_")
            return Clue(
                tier: .string, text: "string `_cython_\(name)` at \(hexadecimal(sighting.offset))",
                version: sighting.text)
        }
        return finding(
            "cython", [symbol(.cython), version, text(.cythonRuntime), text(.cythonSource)])
    }

    /// Only what uses the runtime library was Fortran; the library itself exports these names.
    private var fortran: Finding? {
        finding(
            "fortran",
            [
                needed(["libgfortran", "libifcore", "libflang", "libfortranruntime"]),
                symbol(.fortranRuntime, as: [.imported, .local]), text(.fortranCompiler),
            ])
    }

    private var zig: Finding? {
        let version = texts[.zigVersion].first.map { sighting in
            Clue(
                tier: .string,
                text: "string `zig \(sighting.text)` at \(hexadecimal(sighting.offset))",
                version: sighting.text)
        }
        // Rust and Go programs that only `zig cc` linked carry its compiler runtime.
        guard rust == nil, go == nil else { return nil }
        return finding("zig", [symbol(.zigStackProbe), version, text(.zigSource)])
    }

    private var swift: Finding? {
        let clues = [
            section(["swift5_"]), needed(["libswiftcore", "swiftcore.dll"]),
            symbol(.swiftRuntime, as: [.imported]), symbol(.swiftName),
        ]
        // The words stand in debug information, and in whatever else speaks of compilers.
        guard clues.contains(where: { $0 != nil }) else { return nil }
        let version = texts[.swiftVersion].first.map { sighting in
            Clue(
                tier: .string,
                text:
                    "string `Swift version \(sighting.text)` at \(hexadecimal(sighting.offset))",
                version: sighting.text)
        }
        return finding("swift", clues + [version])
    }

    private var haskell: Finding? {
        let comment = contents.comments.first { $0.hasPrefix("GHC ") }.map { comment in
            Clue(
                tier: .string, text: "comment `\(comment)`",
                version: comment.split(separator: " ").dropFirst().first.map(String.init))
        }
        return finding("haskell", [symbol(.haskellRuntime), comment, text(.haskellRuntime)])
    }

    private var ocaml: Finding? {
        finding("ocaml", [symbol(.ocamlRuntime), text(.ocamlRuntime)])
    }

    /// Calls of Objective-C's runtime are made by other languages too; its metadata only by itself.
    private var objectiveC: Finding? {
        finding(
            "objective-c", [section(["__objc_classlist", "__objc_catlist", "__objc_methname"])])
    }
}

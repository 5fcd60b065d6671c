/// The language of a source file by its suffix.
enum SourceLanguage {
    /// The language of a native source; nil for other files, and for those of tests and examples.
    static func of(_ path: String) -> String? {
        let steps = path.split(separator: "/")
        guard let name = steps.last, let dot = name.lastIndex(of: "."),
            !steps.dropLast().contains(where: { notBuilt.contains($0.lowercased()) })
        else { return nil }
        return languages[name[dot...].dropFirst().lowercased()]
    }

    private static let notBuilt: Set<String> = [
        "test", "tests", "testing", "testdata", "examples", "example", "benchmarks", "benches",
        "docs", "doc",
    ]

    private static let languages = [
        "c": "c", "h": "c", "cc": "c++", "cpp": "c++", "cxx": "c++", "c++": "c++", "hpp": "c++",
        "hh": "c++", "hxx": "c++", "pyx": "cython", "pxd": "cython", "rs": "rust", "go": "go",
        "f": "fortran", "for": "fortran", "f77": "fortran", "f90": "fortran", "f95": "fortran",
        "f03": "fortran", "zig": "zig", "swift": "swift", "hs": "haskell", "m": "objective-c",
        "mm": "objective-c", "s": "assembly", "asm": "assembly", "cu": "cuda",
    ]
}

/// What people call a check of the rubric; `docs/NATIVE.md` has what each asks.
package struct CheckName: Sendable, Equatable {
    /// In a list: `stack canary`.
    package let full: String
    /// Over a column: `canary`.
    package let column: String

    /// The names of a check by the word that reports have for it; a word that is not known stands for
    /// itself.
    package init(_ check: String) {
        let names = Self.names[check]
        full = names?.full ?? check.replacing("_", with: " ")
        column = names?.column ?? check
    }

    private static let names: [String: (full: String, column: String)] = [
        "relro": ("RELRO", "RELRO"),
        "nx_stack": ("stack not executable", "NX"),
        "pie": ("position-independent", "PIC"),
        "rpath": ("safe search path", "rpath"),
        "wx_segments": ("no writable code", "W^X"),
        "textrel": ("no text relocations", "textrel"),
        "sanitizers": ("no sanitizer", "san."),
        "canary": ("stack canary", "canary"),
        "fortify": ("fortified", "fortify"),
        "stack_clash": ("stack probes", "probes"),
        "library_assertions": ("library assertions", "asserts"),
        "data_const": ("constant data", "const"),
        "code_signature": ("signed", "signed"),
        "needed": ("safe libraries", "deps"),
        "allow_stack_execution": ("stack not executable", "NX"),
        "aslr": ("ASLR", "ASLR"),
        "high_entropy_va": ("high-entropy ASLR", "HEVA"),
        "nx_compat": ("DEP", "DEP"),
    ]
}

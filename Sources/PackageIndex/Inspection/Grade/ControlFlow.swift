/// The control-flow protections of a slice: a badge beside the grade that scores nothing, since
/// whole machines lack them.
enum ControlFlow {
    /// The names of what is enforceable, in the order of the rubric.
    static func badges(of slice: SliceReport) -> [String] {
        names.filter { holds(slice.fact($0.key)) }.map(\.value)
    }

    private static let names: KeyValuePairs = [
        "cet_ibt": "ibt", "cet_shstk": "shstk", "bti": "bti", "pac": "pac", "gcs": "gcs",
        "guard_cf": "cfg", "cet_compat": "cet", "cfi": "clang-cfi", "safestack": "safestack",
        "shadow_call_stack": "shadow-call-stack",
    ]

    /// Whether a fact says that the protection is there, perhaps in words of its own.
    private static func holds(_ fact: FactReport) -> Bool {
        switch fact.value {
        case .word("absent"), .word("undecidable"), .word("not-applicable"), .word("none"): false
        case .word: true
        case .list(let names): !names.isEmpty
        }
    }
}

/// Tells what a slice's symbols, strings and code tell: the facts about its code, its languages and
/// bindings, and what it carries.
struct ContentInspection<Source: NativeSource> {
    private let source: Source
    private let contents: SliceContents
    private let limits: InspectionLimits

    /// An inspection of what a format's reader found.
    init(_ source: Source, _ contents: SliceContents, limits: InspectionLimits) {
        self.source = source
        self.contents = contents
        self.limits = limits
    }

    /// Scans the slice once and sets what follows, besides what the header already told.
    func apply(to slice: inout NativeSlice) throws(NativeInspectionError) {
        let evidence = try ContentEvidence(source, contents, limits: limits)
        slice.symbolProblem = contents.symbolProblem
        slice.pythonProblem = contents.pythonProblem
        slice.bindings = evidence.bindings
        slice.languages = evidence.languages(bindings: slice.bindings)
        slice.carried = try evidence.carriedCode(source)
        // Debug information that stands beside its code has none of its own.
        guard slice.kind != .debugCompanion else { return }
        CodeFacts(evidence, languages: slice.languages).set(in: &slice.facts)
    }
}

/// What a format's reader hands to those who look at a slice's content: its code, strings and symbols.
struct SliceContents {
    /// A named part of the slice that has bytes in the file.
    struct Section: Equatable {
        let name: String
        let range: Range<Int>
    }

    let format: NativeFormat
    let machine: Machine
    let kind: NativeSlice.Kind
    /// Where the slice stands in the source.
    let range: Range<Int>
    /// The parts that are executed, as ranges of the source, in order and not overlapping.
    var codeRanges: [Range<Int>] = []
    /// The sections, where the file still has a table of them.
    var sections: [Section] = []
    /// What the symbol tables hold.
    var symbols: SymbolTally
    /// Why the symbol tables that the loader asks (where they hold no name, the full one) could not be
    /// read to their end: names of any kind may be missing then.
    var tableProblem: String?
    /// Why the table with the imports could not be read to its end; it holds exports too in ELF and
    /// Mach-O files, in PE files nothing else.
    var importProblem: String?
    /// The libraries that it is linked to.
    var needed: [String] = []
    /// The strings of `.comment`: every tool that contributed an object.
    var comments: [String] = []

    init(
        format: NativeFormat, machine: Machine, kind: NativeSlice.Kind, range: Range<Int>,
        limits: InspectionLimits
    ) {
        self.format = format
        self.machine = machine
        self.kind = kind
        self.range = range
        symbols = SymbolTally(limits: limits)
    }

    /// Why symbols may be missing; what asks them is then undecidable.
    var symbolProblem: String? { tableProblem ?? symbols.problem }

    /// Why imports of Python's own functions may be missing, which are kept longer than others.
    var pythonProblem: String? {
        importProblem ?? (symbols.hasAllAsked ? nil : symbols.problem)
    }
}

/// What a PE file imports: which functions, and from which libraries.
struct PEImports {
    /// The libraries that the loader maps at once, in the file's order and spelling.
    private(set) var libraries: [String] = []
    /// The libraries that are mapped when one of their functions is first called.
    private(set) var delayed: [String] = []
    /// The functions that come from Python's own libraries: `python3.dll` promises the stable ABI,
    /// `python312.dll` one version.
    private(set) var pythonFunctions: [String: [String]] = [:]

    private var symbolsLeft: Int
    private var budget: NameBudget

    init(limits: InspectionLimits) {
        symbolsLeft = limits.symbols
        budget = NameBudget(limits)
    }

    /// Walks both tables; what was found before a broken entry stays.
    mutating func walk<Source>(_ image: inout PEImage<Source>, into tally: inout SymbolTally)
        throws(NativeInspectionError)
    {
        if let place = image.header[.imports] {
            try walkImports(at: place.address, &image, &tally)
        }
        if let place = image.header[.delayImports] {
            try walkDelayImports(at: place.address, &image, &tally)
        }
    }

    /// Rows of 20 bytes up to one without a name; the size of the directory is not to be trusted.
    private mutating func walkImports<Source>(
        at table: Int, _ image: inout PEImage<Source>, _ tally: inout SymbolTally
    ) throws(NativeInspectionError) {
        var rows = PEImage<Source>.Window()
        var texts = PEImage<Source>.Window()
        for index in 0..<image.reader.limits.listEntries {
            let row = table + 20 * index
            let name = try Self.word(at: row + 12, &image, &rows)
            let addresses = try Self.word(at: row + 16, &image, &rows)
            guard name != 0, addresses != 0 else { return }
            let library = try image.text(at: name, &texts)
            try budget.spend(library, of: "the imports")
            libraries.append(library)
            let lookup = try Self.word(at: row, &image, &rows)
            try walkNames(
                at: lookup == 0 ? addresses : lookup, of: library, base: 0, &image, &tally)
        }
    }

    /// Rows of 32 bytes; where the first bit is not set, they hold addresses of memory (Visual C++ 6).
    ///
    /// The image's base may be any number: a difference that wraps around lies outside the sections.
    private mutating func walkDelayImports<Source>(
        at table: Int, _ image: inout PEImage<Source>, _ tally: inout SymbolTally
    ) throws(NativeInspectionError) {
        var rows = PEImage<Source>.Window()
        var texts = PEImage<Source>.Window()
        for index in 0..<image.reader.limits.listEntries {
            let row = table + 32 * index
            let base = try Self.word(at: row, &image, &rows) & 1 == 0 ? image.header.imageBase : 0
            let name = try Self.word(at: row + 4, &image, &rows)
            guard name != 0 else { return }
            let library = try image.text(at: name &- base, &texts)
            try budget.spend(library, of: "the imports")
            delayed.append(library)
            let lookup = try Self.word(at: row + 16, &image, &rows)
            if lookup != 0 {
                try walkNames(at: lookup &- base, of: library, base: base, &image, &tally)
            }
        }
    }

    /// Entries of pointer size up to a zero: an ordinal, or the address of a hint and a name.
    private mutating func walkNames<Source>(
        at table: Int, of library: String, base: Int, _ image: inout PEImage<Source>,
        _ tally: inout SymbolTally
    ) throws(NativeInspectionError) {
        let width = image.header.pointerBytes
        let ordinal: UInt64 = 1 << UInt64(8 * width - 1)
        let known = tally.imports.count
        var rows = PEImage<Source>.Window()
        var texts = PEImage<Source>.Window()
        var row = table
        while true {
            let entry = try image.integer(at: row, bytes: width, &rows)
            if entry == 0 { break }
            symbolsLeft -= 1
            guard symbolsLeft >= 0 else { throw .invalid("the imports have no end") }
            if entry & ordinal == 0 {
                let address = Int(truncatingIfNeeded: entry & 0x7FFF_FFFF_FFFF_FFFF)
                try image.note(nameAt: address &- base &+ 2, as: .imported, into: &tally, &texts)
            }
            row += width
        }
        if library.lowercased().hasPrefix("python"), known < tally.imports.count {
            pythonFunctions[library, default: []] += tally.imports[known...]
        }
    }

    private static func word<Source>(
        at address: Int, _ image: inout PEImage<Source>, _ window: inout PEImage<Source>.Window
    ) throws(NativeInspectionError) -> Int {
        Int(truncatingIfNeeded: try image.integer(at: address, bytes: 4, &window))
    }
}

/// Reads an ELF file: the facts of its headers, and for others its symbols, sections and code.
struct ELFInspector<Source: NativeSource> {
    private let source: Source
    private let limits: InspectionLimits

    init(_ source: Source, limits: InspectionLimits) {
        self.source = source
        self.limits = limits
    }

    /// The file's one slice.
    ///
    /// - Throws: `invalid` where the header or the program headers are broken; any other broken part
    ///   only makes the facts that need it undecidable.
    func slices() throws(NativeInspectionError) -> [NativeSlice] {
        let image = try ELFImage(ELFReader(source, limits: limits))
        let range = 0..<source.byteCount
        var slice = NativeSlice(machine: image.header.machine, kind: image.kind, range: range)
        var contents = SliceContents(
            format: .elf, machine: slice.machine, kind: slice.kind, range: range, limits: limits)

        try image.noteSymbols(in: &contents)
        slice.imports = contents.symbols.imports
        slice.weakImports = contents.symbols.weakImports
        slice.moduleInitializers = contents.symbols.moduleInitializers
        contents.codeRanges = image.codeRanges
        contents.sections = image.namedRanges
        contents.comments = try image.comments().value ?? []

        if image.isLinked {
            try image.tellLibraries(in: &slice)
            image.tellProtections(in: &slice)
        }
        contents.needed = slice.needed
        try image.tellNotes(in: &slice.facts)
        try image.tellOrigin(in: &slice.facts)

        try ContentInspection(source, contents, limits: limits).apply(to: &slice)
        return [slice]
    }
}

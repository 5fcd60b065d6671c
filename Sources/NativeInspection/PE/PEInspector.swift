/// Reads PE files: PE32 and PE32+.
///
/// The headers must be sound. Where a table that they point to is broken, only the facts that need it
/// are undecidable.
struct PEInspector<Source: NativeSource> {
    private let source: Source
    private let limits: InspectionLimits

    init(_ source: Source, limits: InspectionLimits) {
        self.source = source
        self.limits = limits
    }

    /// The one slice of the file.
    func slices() throws(NativeInspectionError) -> [NativeSlice] {
        let range = 0..<source.byteCount
        let reader = SliceReader(source: source, limits: limits, range: range)
        let header = try PEHeader(reader)
        var image = PEImage(header, reader)
        var contents = SliceContents(
            format: .pe, machine: header.machine, kind: header.kind, range: range, limits: limits)
        contents.codeRanges = reader.sourceRanges(
            header.sections.filter(\.isCode).map { ($0.offset, $0.size) })

        var imports = PEImports(limits: limits)
        let walks = [
            try FilePart { () throws(NativeInspectionError) in
                try imports.walk(&image, into: &contents.symbols)
            },
            try FilePart { () throws(NativeInspectionError) in
                try PEExports.walk(&image, into: &contents.symbols)
            },
        ]
        // The loader asks imports and exports; the COFF table is only the linker's and debuggers'.
        let hasNames = contents.symbols.count > 0
        let symbols = try FilePart { () throws(NativeInspectionError) in
            let symbols = try PESymbols(header, reader)
            try symbols.walk(into: &contents.symbols)
            return symbols.sectionNames
        }
        contents.tableProblem =
            walks.lazy.compactMap(\.problem).first ?? (hasNames ? nil : symbols.problem)
        contents.importProblem = walks[0].problem
        let names: [String]
        if case .read(let read) = symbols {
            names = read
        } else {
            names = header.sections.map(\.name)
        }
        contents.sections = zip(header.sections, names).compactMap { section, name in
            reader.sourceRange(at: section.offset, count: section.size).map {
                .init(name: name, range: $0)
            }
        }
        contents.needed = imports.libraries + imports.delayed

        var slice = NativeSlice(machine: header.machine, kind: header.kind, range: range)
        slice.needed = contents.needed
        slice.imports = contents.symbols.imports
        slice.moduleInitializers = contents.symbols.moduleInitializers
        PEFacts(
            header: header,
            configuration: try FilePart { () throws(NativeInspectionError) in
                try PELoadConfiguration(image)
            },
            debug: try FilePart { () throws(NativeInspectionError) in
                try PEDebugDirectory(image)
            },
            certificate: try FilePart { () throws(NativeInspectionError) in
                try PECertificate(header, reader)
            },
            richHeader: try RichHeader(header, reader), imports: imports,
            importProblem: walks[0].problem, sectionNames: names
        ).set(in: &slice.facts)
        try ContentInspection(source, contents, limits: limits).apply(to: &slice)
        return [slice]
    }
}

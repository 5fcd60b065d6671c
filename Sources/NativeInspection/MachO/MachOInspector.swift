/// Reads Mach-O files: thin ones of 32 and 64 bits, of either byte order, and both kinds of fat ones.
///
/// The fat header and the load commands must be sound. Where a table that they point to is broken,
/// only the facts that need it are undecidable.
struct MachOInspector<Source: NativeSource> {
    private let source: Source
    private let limits: InspectionLimits

    init(_ source: Source, limits: InspectionLimits) {
        self.source = source
        self.limits = limits
    }

    /// The slices, in the file's order.
    func slices() throws(NativeInspectionError) -> [NativeSlice] {
        guard let fat = try FatHeader(source, limits: limits) else {
            return [try slice(0..<source.byteCount)]
        }
        var slices: [NativeSlice] = []
        for range in fat.slices { slices.append(try slice(range)) }
        return slices
    }

    private func slice(_ range: Range<Int>) throws(NativeInspectionError) -> NativeSlice {
        var reader = SliceReader(source: source, limits: limits, range: range)
        let header = try MachOHeader(reader)
        reader.isBigEndian = header.isBigEndian
        let commands = try LoadCommands(header, reader)
        var contents = SliceContents(
            format: .machO, machine: header.machine, kind: header.kind, range: range,
            limits: limits)
        contents.needed = commands.libraries
        contents.sections = commands.sections.compactMap { section in
            reader.sourceRange(at: section.offset, count: section.size).map {
                .init(name: "\(section.segment),\(section.name)", range: $0)
            }
        }
        contents.codeRanges = reader.sourceRanges(
            commands.sections.filter(\.isCode).map { ($0.offset, $0.size) })
        var symbols = MachOSymbols(is64Bit: header.is64Bit, limits: limits)
        let tableProblem = try FilePart { () throws(NativeInspectionError) in
            try symbols.walk(commands, reader, into: &contents.symbols)
        }.problem
        contents.tableProblem = tableProblem
        contents.importProblem = tableProblem

        var slice = NativeSlice(machine: header.machine, kind: header.kind, range: range)
        slice.needed = commands.libraries
        slice.imports = contents.symbols.imports
        slice.moduleInitializers = contents.symbols.moduleInitializers
        slice.minimumOS = commands.builds.first?.minimumOS
        MachOFacts(
            header: header, commands: commands, symbols: symbols,
            symbolProblem: contents.symbolProblem, imports: contents.symbols.importSet,
            signature: try FilePart { () throws(NativeInspectionError) in
                try commands.signature.map { place throws(NativeInspectionError) in
                    try CodeSignature(place, reader)
                }
            }
        ).set(in: &slice.facts)
        try ContentInspection(source, contents, limits: limits).apply(to: &slice)
        return slice
    }
}

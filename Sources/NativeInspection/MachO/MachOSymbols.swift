/// Walks the symbol table of a Mach-O slice and counts what tells whether it was stripped.
struct MachOSymbols {
    /// Symbols that nobody outside sees; `strip -x` removes them.
    private(set) var localCount = 0
    /// Object files with DWARF that the debug map points to (`N_OSO`).
    ///
    /// Other debug entries tell nothing: `strip` itself leaves one.
    private(set) var debugObjectCount = 0
    private var importedCount = 0
    private var hasTrie = false

    private let width: Int
    private let limits: InspectionLimits

    init(is64Bit: Bool, limits: InspectionLimits) {
        width = is64Bit ? 16 : 12
        self.limits = limits
    }

    /// Notes all imports, exports and other definitions.
    ///
    /// Exports are those that dyld goes by, its trie, from which `strip` takes nothing; the symbol
    /// table tells them only where there is no sound trie. Imports stay in the symbol table, except
    /// in files of linkers that write none.
    mutating func walk(
        _ commands: LoadCommands, _ reader: SliceReader<some NativeSource>,
        into tally: inout SymbolTally
    ) throws(NativeInspectionError) {
        var trieProblem: String?
        if let trie = commands.exportTrie, trie.size > 0 {
            trieProblem = try FilePart { () throws(NativeInspectionError) in
                try ExportTrie(trie, reader).note(into: &tally)
            }.problem
            hasTrie = trieProblem == nil
        }
        if let table = commands.symbolTable { try walk(table, reader, into: &tally) }
        if importedCount == 0, let fixups = commands.chainedFixups {
            try ChainedImports(fixups, reader).note(into: &tally)
        }
        if let trieProblem { throw .invalid(trieProblem) }
    }

    /// Takes every symbol into account, in pieces, so that a large table costs little memory.
    private mutating func walk(
        _ symbols: LoadCommands.SymbolTable, _ reader: SliceReader<some NativeSource>,
        into tally: inout SymbolTally
    ) throws(NativeInspectionError) {
        guard symbols.count <= limits.symbols else {
            throw .invalid("\(symbols.count) symbols are more than \(limits.symbols)")
        }
        let strings = try reader.table(
            "the string table", at: symbols.names.offset, count: symbols.names.size)
        var names = MachONames(strings.bytes, limits: limits)
        let perPiece = 4096
        for first in stride(from: 0, to: symbols.count, by: perPiece) {
            let piece = try reader.table(
                "the symbol table", at: symbols.offset + first * width,
                count: min(perPiece, symbols.count - first) * width)
            for position in stride(from: 0, to: piece.count, by: width) {
                try take(piece, position, &names, into: &tally)
            }
        }
    }

    private mutating func take(
        _ piece: NativeTable, _ position: Int, _ names: inout MachONames,
        into tally: inout SymbolTally
    ) throws(NativeInspectionError) {
        let kind = Int(piece.bytes[position + 4])
        guard kind & 0xE0 == 0 else {
            if kind == 0x66 { debugObjectCount += 1 }
            return
        }
        let role = try role(of: kind, piece, position)
        switch role {
        case .imported: importedCount += 1
        case .local: localCount += 1
        case .exported where hasTrie: return
        case .exported: break
        }
        let start = try piece.word32(at: position)
        if start != 0 { try names.note(from: start, as: role, into: &tally) }
    }

    /// `N_EXT` without `N_PEXT` is visible outside; undefined with a value is a common symbol.
    private func role(of kind: Int, _ piece: NativeTable, _ position: Int)
        throws(NativeInspectionError) -> SymbolTally.Role
    {
        switch kind & 0x0E {
        case 0x0 where kind & 0x1 != 0, 0xC:
            let value = try piece.integer(at: position + 8, bytes: width - 8)
            return value == 0 ? .imported : .exported
        default: return kind & 0x11 == 0x1 ? .exported : .local
        }
    }
}

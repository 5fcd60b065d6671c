/// The COFF symbols that GNU's linker leaves in a PE file; those of Microsoft write none.
struct PESymbols<Source: NativeSource> {
    private let header: PEHeader
    private let reader: SliceReader<Source>
    /// Follows the symbols; long names of sections stand here too.
    private let strings: NativeTable?

    init(_ header: PEHeader, _ reader: SliceReader<Source>) throws(NativeInspectionError) {
        self.header = header
        self.reader = reader
        let start = header.symbolOffset + 18 * header.symbolCount
        guard header.symbolOffset > 0, start <= reader.range.count - 4 else {
            strings = nil
            return
        }
        let size = try reader.table("the string table", at: start, count: 4).word32(at: 0)
        strings = try reader.table("the string table", at: start, count: size)
    }

    /// The names of all sections: `/` with an offset stands for one of more than eight bytes.
    var sectionNames: [String] {
        header.sections.map { section in
            guard section.name.utf8.first == UInt8(ascii: "/"), let strings,
                let start = Int(section.name.dropFirst()),
                let name = try? strings.text(at: start, upTo: 256)
            else { return section.name }
            return name
        }
    }

    /// Notes each function and variable.
    ///
    /// None is visible outside: exports have their own table.
    func walk(into tally: inout SymbolTally) throws(NativeInspectionError) {
        guard header.symbolCount > 0 else { return }
        guard header.symbolCount <= reader.limits.symbols else {
            throw .invalid("\(header.symbolCount) symbols are more than \(reader.limits.symbols)")
        }
        var auxiliaries = 0
        var budget = 4 * reader.limits.tableBytes
        for first in stride(from: 0, to: header.symbolCount, by: 4096) {
            let rows = try reader.table(
                "the symbol table", at: header.symbolOffset + 18 * first,
                count: 18 * min(4096, header.symbolCount - first))
            for row in stride(from: 0, to: rows.count, by: 18) {
                guard auxiliaries == 0 else {
                    auxiliaries -= 1
                    continue
                }
                auxiliaries = Int(rows.bytes[row + 17])
                // IMAGE_SYM_CLASS_EXTERNAL and _STATIC
                if rows.bytes[row + 16] & ~1 == 2 { budget -= note(rows, row, into: &tally) }
            }
            guard budget >= 0 else {
                throw .invalid("the names of the symbols are too long together")
            }
        }
    }

    /// Notes a name and tells its length.
    private func note(_ rows: NativeTable, _ row: Int, into tally: inout SymbolTally) -> Int {
        var start = row
        var limit = 8
        var bytes = rows.bytes
        if rows.bytes[row..<row + 4].allSatisfy({ $0 == 0 }), let strings,
            let offset = try? rows.word32(at: row + 4), offset < strings.count
        {
            (start, limit, bytes) = (offset, reader.limits.nameBytes, strings.bytes)
        }
        let end = min(bytes.count, start + limit)
        var stop = start
        while stop < end, bytes[stop] != 0 { stop += 1 }
        // C's names have an underscore on 32-bit x86 alone.
        if header.machine == .win32, start < stop, bytes[start] == UInt8(ascii: "_") { start += 1 }
        if start < stop { tally.note(bytes.span.extracting(start..<stop), as: .local) }
        return stop - start
    }
}

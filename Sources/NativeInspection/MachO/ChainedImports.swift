/// The names that chained fixups bind to: the imports that dyld itself uses
/// (`<mach-o/fixup-chains.h>`).
///
/// Definitions that dyld unites with those of other libraries (C++ templates) are among them.
struct ChainedImports {
    private let table: NativeTable
    private let limits: InspectionLimits
    private let firstName: Int
    let count: Int
    private let format: Int
    private let first: Int
    private let areCompressed: Bool

    init(
        _ place: LoadCommands.Place, _ reader: SliceReader<some NativeSource>
    ) throws(NativeInspectionError) {
        limits = reader.limits
        table = try reader.table("the chained fixups", at: place.offset, count: place.size)
        first = try table.word32(at: 8)
        firstName = try table.word32(at: 12)
        count = try table.word32(at: 16)
        format = try table.word32(at: 20)
        areCompressed = try table.word32(at: 24) != 0
    }

    /// Notes each imported name.
    func note(into tally: inout SymbolTally) throws(NativeInspectionError) {
        guard !areCompressed else {
            throw .invalid("the names of the chained fixups are compressed")
        }
        // DYLD_CHAINED_IMPORT, _ADDEND, _ADDEND64
        guard let width = [1: 4, 2: 8, 3: 16][format], count <= limits.symbols else {
            throw .invalid("the chained fixups hold \(count) imports of format \(format)")
        }
        var names = MachONames(table.bytes, limits: limits)
        for index in 0..<count {
            let position = first + index * width
            let start: Int
            if format == 3 {
                start = firstName + (try table.word32(at: position + 4))
            } else {
                start = firstName + (try table.word32(at: position)) >> 9
            }
            try names.note(from: start, as: .imported, into: &tally)
        }
    }
}

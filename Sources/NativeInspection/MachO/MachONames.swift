/// A table of NUL-terminated names, each with the underscore that the format puts before names of C.
struct MachONames {
    private let bytes: [UInt8]
    private let limits: InspectionLimits
    /// Bytes of names that may still be looked at: entries may share names, and hostile ones would
    /// share a long one a million times.
    private var budget: Int

    init(_ bytes: [UInt8], limits: InspectionLimits) {
        self.bytes = bytes
        self.limits = limits
        budget = 4 * limits.tableBytes
    }

    /// Notes the name that begins at a position, without its underscore.
    mutating func note(from start: Int, as role: SymbolTally.Role, into tally: inout SymbolTally)
        throws(NativeInspectionError)
    {
        guard start >= 0, start < bytes.count else {
            throw .invalid("a symbol has its name at \(hexadecimal(start)), outside its table")
        }
        let end = min(bytes.count, start + limits.nameBytes)
        var stop = start
        while stop < end, bytes[stop] != 0 { stop += 1 }
        budget -= stop - start
        guard budget >= 0 else { throw .invalid("the names of the symbols are too long together") }
        let first = start < stop && bytes[start] == UInt8(ascii: "_") ? start + 1 : start
        if first < stop { tally.note(bytes.span.extracting(first..<stop), as: role) }
    }
}

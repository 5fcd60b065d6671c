/// Reads a PE file by the addresses that its tables use.
///
/// Tables and names lie far apart and are small, so that each walk has a window of its own. All
/// windows together read at most a few times the file, wherever hostile addresses point.
struct PEImage<Source: NativeSource> {
    let header: PEHeader
    let reader: SliceReader<Source>
    private var budget: Int

    init(_ header: PEHeader, _ reader: SliceReader<Source>) {
        self.header = header
        self.reader = reader
        budget = 8 * reader.range.count + reader.limits.tableBytes
    }

    /// A part of the file that is held in memory.
    struct Window {
        fileprivate(set) var held = NativeTable(bytes: [], offset: 0, isBigEndian: false)

        fileprivate static var byteCount: Int { 64 * 1024 }
    }

    /// Exactly `count` bytes at an address, within one section.
    func table(_ what: String, at address: Int, count: Int) throws(NativeInspectionError)
        -> NativeTable
    {
        guard let place = header.place(of: address), count <= place.count else {
            throw .invalid(
                "\(what) of \(count) bytes at the address \(hexadecimal(address)) "
                    + "lies outside the sections")
        }
        return try reader.table(what, at: place.offset, count: count)
    }

    /// An integer at an address.
    mutating func integer(at address: Int, bytes width: Int, _ window: inout Window)
        throws(NativeInspectionError) -> UInt64
    {
        let position = try hold(address, width, &window)
        return try window.held.integer(at: position, bytes: width)
    }

    /// The text at an address, up to its NUL.
    mutating func text(at address: Int, _ window: inout Window) throws(NativeInspectionError)
        -> String
    {
        let limit = reader.limits.nameBytes
        let position = try hold(address, limit, &window)
        return try window.held.text(at: position, upTo: limit)
    }

    /// Notes the name at an address.
    mutating func note(
        nameAt address: Int, as role: SymbolTally.Role, into tally: inout SymbolTally,
        _ window: inout Window
    ) throws(NativeInspectionError) {
        let start = try hold(address, reader.limits.nameBytes, &window)
        let bytes = window.held.bytes
        let end = min(bytes.count, start + reader.limits.nameBytes)
        var stop = start
        while stop < end, bytes[stop] != 0 { stop += 1 }
        try spend(stop - start)
        if start < stop { tally.note(bytes.span.extracting(start..<stop), as: role) }
    }

    /// Moves the window to an address if need be, and returns the position in the window.
    ///
    /// `count` bytes are there then, or fewer where the section ends.
    private mutating func hold(_ address: Int, _ count: Int, _ window: inout Window)
        throws(NativeInspectionError) -> Int
    {
        guard let place = header.place(of: address), place.offset < reader.range.count else {
            throw .invalid("the address \(hexadecimal(address)) lies outside the sections")
        }
        let wanted = min(count, place.count, reader.range.count - place.offset)
        let held = window.held
        let position = reader.range.lowerBound + place.offset - held.offset
        if position >= 0, position < held.count, wanted <= held.count - position { return position }
        let size = min(max(wanted, Window.byteCount), reader.range.count - place.offset)
        try spend(size)
        window.held = try reader.table("a table", at: place.offset, count: size)
        return 0
    }

    private mutating func spend(_ bytes: Int) throws(NativeInspectionError) {
        budget -= bytes
        guard budget >= 0 else {
            throw .invalid("the tables point to and fro more often than an honest file's")
        }
    }
}

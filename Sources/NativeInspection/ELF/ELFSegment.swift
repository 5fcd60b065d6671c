/// A program header: what the loader maps, and what it is told.
struct ELFSegment {
    /// The `p_type` values that mean something here.
    enum Kind: Int {
        case load = 1
        case dynamic = 2
        case interpreter = 3
        case note = 4
        case stack = 0x6474_E551
        case relocationReadOnly = 0x6474_E552
        case property = 0x6474_E553
    }

    let kind: Kind
    /// The `p_flags`: 1 execute, 2 write, 4 read.
    let flags: Int
    let offset: UInt64
    let address: UInt64
    let fileSize: UInt64
    let memorySize: UInt64
    let alignment: UInt64
    /// Where the header stands in the file.
    let headerOffset: Int

    var isExecutable: Bool { flags & 1 != 0 }
    var isWritable: Bool { flags & 2 != 0 }

    /// The flags as `readelf` shows them: `RWE`.
    var flagText: String {
        (flags & 4 != 0 ? "R" : "") + (isWritable ? "W" : "") + (isExecutable ? "E" : "")
    }

    /// The bytes of the file that it covers, cut at the file's end.
    func fileRange(within byteCount: Int) -> Range<Int>? {
        let (sum, overflow) = offset.addingReportingOverflow(fileSize)
        let end = overflow ? UInt64(byteCount) : min(sum, UInt64(byteCount))
        guard offset < end, let first = Int(exactly: offset), let last = Int(exactly: end) else {
            return nil
        }
        return first..<last
    }

    /// Reads the program headers, keeping those of a known kind.
    static func all(
        _ header: ELFHeader, _ reader: ELFReader<some NativeSource>
    ) throws(NativeInspectionError) -> [ELFSegment] {
        let table = header.programHeaders
        guard table.count > 0 else { return [] }
        let size = header.layout.is64 ? 56 : 32
        guard table.entrySize == size else {
            throw .invalid("program headers of \(table.entrySize) bytes; the class has \(size)")
        }
        let bytes = try reader.read(
            "the program headers", at: table.offset, count: table.byteCount, layout: header.layout)
        return (0..<table.count).compactMap { ELFSegment(bytes, at: $0 * size) }
    }

    private init?(_ bytes: ELFBytes, at position: Int) {
        let is64 = bytes.layout.is64
        guard let kind = bytes.number32(at: position).flatMap(Kind.init(rawValue:)),
            let flags = bytes.number32(at: position + (is64 ? 4 : 24)),
            let words = bytes.words(at: position + (is64 ? 8 : 4), count: 5),
            let alignment = bytes.word(at: position + (is64 ? 48 : 28))
        else { return nil }
        self.kind = kind
        self.flags = flags
        offset = words[0]
        address = words[1]
        fileSize = words[3]
        memorySize = words[4]
        self.alignment = alignment
        headerOffset = bytes.offset + position
    }
}

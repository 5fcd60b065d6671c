/// A section header: a named part of the file that linkers and debuggers know.
struct ELFSection {
    let name: String
    /// The `sh_type`: 2 a symbol table, 7 notes, 8 without bytes, 11 the dynamic symbols.
    let type: Int
    let flags: UInt64
    let address: UInt64
    let offset: UInt64
    let size: UInt64
    let link: Int
    let alignment: UInt64

    var hasBytes: Bool { type != 8 && type != 0 }
    /// Whether the section is part of the running program.
    var isLoaded: Bool { flags & 2 != 0 }
    var isExecutable: Bool { flags & 4 != 0 }

    /// More of them than any linked file has; a table that claims more is not read.
    static let maximumCount = 65_536
    private static let maximumNameBytes = 256

    static func headerSize(_ layout: ELFLayout) -> Int { layout.is64 ? 64 : 40 }

    /// Reads the section headers with their names; none where the file has no table.
    static func all(
        _ header: ELFHeader, _ reader: ELFReader<some NativeSource>
    ) throws(NativeInspectionError) -> [ELFSection] {
        guard let table = header.sectionHeaders, table.count > 0 else { return [] }
        let size = headerSize(header.layout)
        guard table.entrySize == size else {
            throw .invalid("section headers of \(table.entrySize) bytes; the class has \(size)")
        }
        guard table.count <= maximumCount else {
            throw .invalid("\(table.count) section headers are more than \(maximumCount)")
        }
        let bytes = try reader.read(
            "the section headers", at: table.offset, count: table.byteCount, layout: header.layout)
        let nameless = (0..<table.count).compactMap { ELFSection(bytes, at: $0 * size, names: nil) }
        guard nameless.indices.contains(header.sectionNames),
            nameless[header.sectionNames].hasBytes
        else { return nameless }
        let strings = nameless[header.sectionNames]
        let names = ELFStrings(
            try reader.read(
                "the section names", at: strings.offset, count: strings.size, layout: header.layout)
        )
        return (0..<table.count).compactMap { ELFSection(bytes, at: $0 * size, names: names) }
    }

    private init?(_ bytes: ELFBytes, at position: Int, names: ELFStrings?) {
        let word = bytes.layout.wordSize
        guard let nameOffset = bytes.number32(at: position),
            let type = bytes.number32(at: position + 4),
            let words = bytes.words(at: position + 8, count: 4),
            let link = bytes.number32(at: position + 8 + 4 * word),
            let alignment = bytes.word(at: position + 16 + 4 * word)
        else { return nil }
        name = names?.string(at: nameOffset, limit: Self.maximumNameBytes) ?? ""
        self.type = type
        flags = words[0]
        address = words[1]
        offset = words[2]
        size = words[3]
        self.link = link
        self.alignment = alignment
    }

    /// The bytes of the file that it has, if they lie within it.
    func fileRange(within byteCount: Int) -> Range<Int>? {
        let (end, overflow) = offset.addingReportingOverflow(size)
        guard hasBytes, !overflow, end <= UInt64(byteCount), let first = Int(exactly: offset),
            let last = Int(exactly: end)
        else { return nil }
        return first..<last
    }
}

/// The dynamic section: what the loader is told of libraries, tables and flags.
struct ELFDynamic {
    /// The `d_tag` values that mean something here.
    enum Tag: UInt64 {
        case needed = 1
        case hash = 4
        case stringTable = 5
        case symbolTable = 6
        case relocations = 7
        case relocationBytes = 8
        case stringBytes = 10
        case symbolEntryBytes = 11
        case soname = 14
        case rpath = 15
        case relWithoutAddend = 17
        case relWithoutAddendBytes = 18
        case debug = 21
        case textRelocations = 22
        case pltRelocations = 23
        case pltRelocationBytes = 2
        case pltRelocationKind = 20
        case bindNow = 24
        case runpath = 29
        case flags = 30
        case gnuHash = 0x6FFF_FEF5
        case flags1 = 0x6FFF_FFFB
        case versionNeeds = 0x6FFF_FFFE
        case versionNeedCount = 0x6FFF_FFFF
    }

    /// The offsets of the needed libraries' names, in order.
    private(set) var needed: [UInt64] = []
    /// Where the table stands in the file.
    let offset: Int
    private var values: [Tag: UInt64] = [:]

    /// The value of a tag; of a tag that stands twice the last one, as loaders take it.
    subscript(tag: Tag) -> UInt64? { values[tag] }

    func has(_ tag: Tag) -> Bool { values[tag] != nil }

    /// Whether a tag of flags is there and has one of these bits.
    func has(_ tag: Tag, bits: UInt64) -> Bool { (values[tag] ?? 0) & bits != 0 }

    /// Takes the entries up to the null entry or the end of the table.
    init(_ table: ELFBytes, limits: InspectionLimits) throws(NativeInspectionError) {
        offset = table.offset
        let size = 2 * table.layout.wordSize
        var position = 0
        while let tag = table.word(at: position), let value = table.word(at: position + size / 2),
            tag != 0
        {
            position += size
            guard let tag = Tag(rawValue: tag) else { continue }
            if tag == .needed {
                guard needed.count < limits.listEntries else {
                    throw .invalid(
                        "the dynamic section at \(hexadecimal(offset)) needs more than \(limits.listEntries) libraries"
                    )
                }
                needed.append(value)
            }
            values[tag] = value
        }
    }
}

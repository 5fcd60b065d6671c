/// What the load commands of a thin Mach-O file say.
struct LoadCommands {
    struct Segment {
        let name: String
        let fileOffset: Int
        let fileSize: Int
        let initialProtection: Int
        let flags: Int
        /// Where the command stands in the source.
        let commandOffset: Int

        /// The flag `SG_READ_ONLY`: dyld takes the right to write away once the fixups are done.
        var isReadOnlyAfterFixups: Bool { flags & 0x10 != 0 }
        var isWritableAndExecutable: Bool { initialProtection & 0x6 == 0x6 }
    }

    struct Section {
        let segment: String
        let name: String
        let offset: Int
        let size: Int
        let flags: Int

        /// Zero-filled sections (`S_ZEROFILL` and its kin) have no bytes in the file.
        var hasBytes: Bool { ![0x1, 0xC, 0x12].contains(flags & 0xFF) }
        /// The flags `S_ATTR_PURE_INSTRUCTIONS` and `S_ATTR_SOME_INSTRUCTIONS`.
        var isCode: Bool { flags & 0x8000_0400 != 0 }
        /// The type `S_LAZY_SYMBOL_POINTERS`.
        var holdsLazyPointers: Bool { flags & 0xFF == 0x7 }
    }

    /// A table elsewhere in the file: its offset and its size.
    struct Place {
        let offset: Int
        let size: Int
    }

    struct SymbolTable {
        let offset: Int
        let count: Int
        let names: Place
    }

    /// `LC_BUILD_VERSION`, or the older `LC_VERSION_MIN_*`.
    struct Build {
        let minimumOS: MinimumOS
        let sdk: [Int]
        let tools: [String]
        let evidence: String
    }

    var segments: [Segment] = []
    var sections: [Section] = []
    var libraries: [String] = []
    var searchPaths: [String] = []
    var installName: String?
    var identifier: [UInt8]?
    var builds: [Build] = []
    var symbolTable: SymbolTable?
    var signature: Place?
    var chainedFixups: Place?
    var exportTrie: Place?
    private var budget: NameBudget

    init(_ header: MachOHeader, _ reader: SliceReader<some NativeSource>)
        throws(NativeInspectionError)
    {
        let table = try reader.table(
            "the load commands", at: header.byteCount, count: header.commandBytes)
        budget = NameBudget(reader.limits)
        var position = 0
        for index in 0..<header.commandCount {
            let size = try table.word32(at: position + 4)
            guard size >= 8 else {
                throw .invalid(
                    "load command \(index) at \(hexadecimal(table.offset + position)) "
                        + "has \(size) bytes")
            }
            try take(try table.part(at: position, count: size), header, reader.limits)
            position += size
        }
    }

    private mutating func take(
        _ command: NativeTable, _ header: MachOHeader, _ limits: InspectionLimits
    ) throws(NativeInspectionError) {
        let kind = try command.word32(at: 0)
        switch kind {
        case 0x1: try takeSegment(command, pointerBytes: 4, limits)
        case 0x19: try takeSegment(command, pointerBytes: 8, limits)
        // LC_LOAD_DYLIB, _WEAK_DYLIB, _REEXPORT_DYLIB, LC_LAZY_LOAD_DYLIB, LC_LOAD_UPWARD_DYLIB
        case 0xC, 0x8000_0018, 0x8000_001F, 0x20, 0x8000_0023:
            libraries.append(try listed(command, limits))
        case 0xD: installName = try Self.text(of: command, limits)
        case 0x8000_001C:
            searchPaths.append(try listed(command, limits))
        case 0x1B: identifier = try command.part(at: 8, count: 16).bytes
        case 0x24, 0x25, 0x2F, 0x30, 0x32:
            if builds.count < 8 { builds.append(try Build(command, kind, header.machine)) }
        case 0x2:
            symbolTable = SymbolTable(
                offset: try command.word32(at: 8), count: try command.word32(at: 12),
                names: try Self.place(in: command, at: 16))
        case 0x1D: signature = try Self.place(in: command, at: 8)
        case 0x8000_0034: chainedFixups = try Self.place(in: command, at: 8)
        case 0x8000_0033: exportTrie = try Self.place(in: command, at: 8)
        // LC_DYLD_INFO and LC_DYLD_INFO_ONLY end with the place of the trie.
        case 0x22, 0x8000_0022: exportTrie = try Self.place(in: command, at: 40)
        default: break
        }
    }

    private mutating func takeSegment(
        _ command: NativeTable, pointerBytes width: Int, _ limits: InspectionLimits
    ) throws(NativeInspectionError) {
        let afterAddress = 24 + 2 * width
        let afterSizes = afterAddress + 2 * width
        let segment = Segment(
            name: try command.text(at: 8, upTo: 16),
            fileOffset: try command.size(at: afterAddress, bytes: width),
            fileSize: try command.size(at: afterAddress + width, bytes: width),
            initialProtection: try command.word32(at: afterSizes + 4),
            flags: try command.word32(at: afterSizes + 12), commandOffset: command.offset)
        if segments.count < limits.listEntries { segments.append(segment) }
        let sectionCount = try command.word32(at: afterSizes + 8)
        for index in 0..<sectionCount {
            let start = afterSizes + 16 + index * (width == 8 ? 80 : 68)
            let afterNames = start + 32 + width
            let section = Section(
                segment: try command.text(at: start + 16, upTo: 16),
                name: try command.text(at: start, upTo: 16),
                offset: try command.word32(at: afterNames + width),
                size: try command.size(at: afterNames, bytes: width),
                flags: try command.word32(at: afterNames + width + 16))
            // A dSYM lists the sections of its code but holds none of their bytes.
            guard segment.fileSize > 0, section.hasBytes, sections.count < limits.listEntries else {
                continue
            }
            sections.append(section)
        }
    }

    /// The string of a command as an entry of a list, which has only so much room.
    private mutating func listed(_ command: NativeTable, _ limits: InspectionLimits)
        throws(NativeInspectionError) -> String
    {
        let text = try Self.text(of: command, limits)
        try budget.spend(text, of: "the libraries and search paths of the load commands")
        return text
    }

    /// The string of a command, whose offset from the command's start stands at 8.
    private static func text(of command: NativeTable, _ limits: InspectionLimits)
        throws(NativeInspectionError) -> String
    {
        try command.text(at: try command.word32(at: 8), upTo: limits.nameBytes)
    }

    private static func place(in command: NativeTable, at position: Int)
        throws(NativeInspectionError) -> Place
    {
        Place(
            offset: try command.word32(at: position), size: try command.word32(at: position + 4))
    }
}

/// The header of an ELF file: what it is for, and where its two tables of headers lie.
struct ELFHeader {
    /// The `e_type` values that mean something here.
    enum FileType: Equatable {
        case relocatable, executable, shared, core
        case other(Int)

        init(_ number: Int) {
            switch number {
            case 1: self = .relocatable
            case 2: self = .executable
            case 3: self = .shared
            case 4: self = .core
            default: self = .other(number)
            }
        }
    }

    /// A table of headers: its place, the size of an entry, the number of entries.
    struct Table {
        let offset: UInt64
        let entrySize: Int
        let count: Int

        var byteCount: UInt64 { UInt64(count) * UInt64(entrySize) }
    }

    let layout: ELFLayout
    let type: FileType
    let machine: Machine
    let programHeaders: Table
    /// `nil` where the file says that it has none.
    let sectionHeaders: Table?
    /// The index of the section that holds the sections' names.
    let sectionNames: Int

    init(_ reader: ELFReader<some NativeSource>) throws(NativeInspectionError) {
        let unknown = ELFLayout(is64: false, isBigEndian: false)
        let identity = try reader.read("the ELF identification", at: 0, count: 16, layout: unknown)
        guard identity.bytes.starts(with: [0x7F, 0x45, 0x4C, 0x46]) else {
            throw .invalid("no ELF magic at 0x0")
        }
        guard (1...2).contains(identity.bytes[4]) else {
            throw .invalid("ELF class \(identity.bytes[4]) at 0x4 is neither 32 nor 64 bit")
        }
        guard (1...2).contains(identity.bytes[5]) else {
            throw .invalid("ELF byte order \(identity.bytes[5]) at 0x5 is neither little nor big")
        }
        layout = ELFLayout(is64: identity.bytes[4] == 2, isBigEndian: identity.bytes[5] == 2)

        let word = layout.wordSize
        let size = 40 + 3 * word
        let header = try reader.read(
            "the ELF header", at: 0, count: UInt64(size), layout: layout)
        let counts = 28 + 3 * word
        guard let type = header.half(at: 16), let number = header.half(at: 18),
            let places = header.words(at: 24, count: 3),
            let programEntry = header.half(at: counts + 2),
            let programCount = header.half(at: counts + 4),
            let sectionEntry = header.half(at: counts + 6),
            let sectionCount = header.half(at: counts + 8),
            let names = header.half(at: counts + 10)
        else { throw .invalid("the ELF header is cut off") }

        self.type = FileType(type)
        machine = Machine(elf: number, layout: layout)
        let first = try Self.firstSection(
            reader, at: places[2], entrySize: sectionEntry, layout: layout)

        // PN_XNUM, SHN_UNDEF and SHN_XINDEX: too large for 16 bits, kept in the first section header.
        programHeaders = Table(
            offset: places[1], entrySize: programEntry,
            count: programCount == 0xFFFF
                ? first?.number32(at: 12 + 4 * word) ?? 0xFFFF : programCount)
        sectionNames = names == 0xFFFF ? first?.number32(at: 8 + 4 * word) ?? names : names
        guard places[2] != 0 else {
            sectionHeaders = nil
            return
        }
        let extendedCount = first?.word(at: 8 + 3 * word).flatMap { Int(exactly: $0) }
        sectionHeaders = Table(
            offset: places[2], entrySize: sectionEntry,
            count: sectionCount == 0 ? min(extendedCount ?? 0, Int(UInt32.max)) : sectionCount)
    }

    /// The first section header, which describes no section; `nil` where it cannot be read.
    private static func firstSection(
        _ reader: ELFReader<some NativeSource>, at offset: UInt64, entrySize: Int, layout: ELFLayout
    ) throws(NativeInspectionError) -> ELFBytes? {
        let size = ELFSection.headerSize(layout)
        guard offset != 0, entrySize == size else { return nil }
        return try FilePart { () throws(NativeInspectionError) in
            try reader.read(
                "the first section header", at: offset, count: UInt64(size), layout: layout)
        }.value
    }
}

extension Machine {
    /// The machine of an ELF file, by `e_machine` and by the layout that the platform tag implies.
    init(elf number: Int, layout: ELFLayout) {
        self =
            switch (number, layout.is64, layout.isBigEndian) {
            case (3, false, false): .i686
            case (21, true, false): .ppc64le
            case (22, true, true): .s390x
            case (40, false, false): .armv7l
            case (62, true, false): .x86_64
            case (183, true, false): .aarch64
            case (243, true, false): .riscv64
            default: .other(number)
            }
    }
}

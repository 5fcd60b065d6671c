/// The headers of a PE file: COFF header, optional header, data directories and section table.
struct PEHeader {
    /// A row of the table of data directories; what it points to is an address, except for the
    /// certificates, where it is a file offset.
    enum Directory: Int {
        case exports = 0
        case imports = 1
        case certificates = 4
        case debug = 6
        case loadConfiguration = 10
        case delayImports = 13
    }

    struct Place {
        let address: Int
        let size: Int
    }

    struct Section {
        let name: String
        let address: Int
        let virtualSize: Int
        let offset: Int
        let size: Int
        let characteristics: Int

        /// `IMAGE_SCN_MEM_EXECUTE` or `IMAGE_SCN_CNT_CODE`.
        var isCode: Bool { characteristics & 0x2000_0020 != 0 }
        /// `IMAGE_SCN_MEM_WRITE` and `IMAGE_SCN_MEM_EXECUTE`.
        var isWritableAndExecutable: Bool { characteristics & 0xA000_0000 == 0xA000_0000 }
    }

    /// Where `PE\0\0` stands.
    let offset: Int
    let processor: Int
    let symbolOffset: Int
    let symbolCount: Int
    let characteristics: Int
    /// PE32+ rather than PE32.
    let isWide: Bool
    let linkerVersion: (major: Int, minor: Int)
    let imageBase: Int
    let headerBytes: Int
    let dllCharacteristics: Int
    private let directories: [Place]
    /// In the order of the file.
    let sections: [Section]
    private let sectionsByAddress: [Section]

    /// Where the DLL characteristics stand in the file.
    var dllCharacteristicsOffset: Int { offset + 24 + 70 }
    /// Where the checksum of the image stands in the file.
    var checksumOffset: Int { offset + 24 + 64 }
    /// Where the table of data directories has the place of the certificates.
    var certificateEntryOffset: Int {
        offset + 24 + (isWide ? 112 : 96) + 8 * Directory.certificates.rawValue
    }
    /// The bytes of a pointer.
    var pointerBytes: Int { isWide ? 8 : 4 }

    init(_ reader: SliceReader<some NativeSource>) throws(NativeInspectionError) {
        let start = try reader.table("the MZ header", at: 0, count: 64)
        offset = try start.word32(at: 0x3C)
        let coff = try reader.table("the COFF header", at: offset, count: 24)
        guard coff.bytes.starts(with: [0x50, 0x45, 0, 0]) else {
            throw .invalid("no PE header stands at \(hexadecimal(offset))")
        }
        processor = try coff.word16(at: 4)
        let sectionCount = try coff.word16(at: 6)
        symbolOffset = try coff.word32(at: 12)
        symbolCount = try coff.word32(at: 16)
        let optionalBytes = try coff.word16(at: 20)
        characteristics = try coff.word16(at: 22)

        let optional = try reader.table(
            "the optional header", at: offset + 24, count: optionalBytes)
        switch try optional.word16(at: 0) {
        case 0x10B: isWide = false
        case 0x20B: isWide = true
        case let magic:
            throw .invalid(
                "the optional header at \(hexadecimal(offset + 24)) "
                    + "has the magic \(hexadecimal(magic))")
        }
        linkerVersion = (
            major: Int(truncatingIfNeeded: try optional.integer(at: 2, bytes: 1)),
            minor: Int(truncatingIfNeeded: try optional.integer(at: 3, bytes: 1))
        )
        imageBase = Int(
            truncatingIfNeeded: try optional.integer(at: isWide ? 24 : 28, bytes: isWide ? 8 : 4))
        let fileAlignment = try optional.word32(at: 36)
        headerBytes = try optional.word32(at: 60)
        dllCharacteristics = try optional.word16(at: 70)

        let firstDirectory = isWide ? 112 : 96
        let directoryCount = min(try optional.word32(at: firstDirectory - 4), 16)
        var directories: [Place] = []
        for index in 0..<directoryCount {
            directories.append(
                Place(
                    address: try optional.word32(at: firstDirectory + 8 * index),
                    size: try optional.word32(at: firstDirectory + 8 * index + 4)))
        }
        self.directories = directories

        let rows = try reader.table(
            "the section table", at: offset + 24 + optionalBytes, count: 40 * sectionCount)
        var sections: [Section] = []
        for row in stride(from: 0, to: rows.count, by: 40) {
            sections.append(try Section(rows, at: row, fileAlignment: fileAlignment))
        }
        self.sections = sections
        sectionsByAddress = sections.sorted { $0.address < $1.address }
    }

    /// The directory, if the file has it.
    subscript(directory: Directory) -> Place? {
        guard directory.rawValue < directories.count else { return nil }
        let place = directories[directory.rawValue]
        return place.address == 0 || place.size == 0 ? nil : place
    }

    /// Where the byte at an address relative to the image stands in the file, and how many bytes
    /// follow it in its section.
    func place(of address: Int) -> (offset: Int, count: Int)? {
        var low = 0
        var high = sectionsByAddress.count
        while low < high {
            let middle = (low + high) / 2
            if sectionsByAddress[middle].address <= address {
                low = middle + 1
            } else {
                high = middle
            }
        }
        guard low > 0 else {
            return address >= 0 && address < headerBytes ? (address, headerBytes - address) : nil
        }
        let section = sectionsByAddress[low - 1]
        let distance = address - section.address
        return distance < section.size ? (section.offset + distance, section.size - distance) : nil
    }

    var machine: Machine {
        switch processor {
        case 0x14C: .win32
        case 0x8664: .winAMD64
        case 0xAA64: .winARM64
        default: .other(processor)
        }
    }

    /// `IMAGE_FILE_DLL`, `IMAGE_FILE_EXECUTABLE_IMAGE`.
    var kind: NativeSlice.Kind {
        if characteristics & 0x2000 != 0 { return .sharedLibrary }
        return characteristics & 0x2 != 0 ? .executable : .other
    }
}

extension PEHeader.Section {
    fileprivate init(_ rows: NativeTable, at row: Int, fileAlignment: Int)
        throws(NativeInspectionError)
    {
        name = try rows.text(at: row, upTo: 8)
        virtualSize = try rows.word32(at: row + 8)
        address = try rows.word32(at: row + 12)
        size = try rows.word32(at: row + 16)
        // The loader reads whole sectors of 512 bytes, unless the file is aligned to less.
        let start = try rows.word32(at: row + 20)
        offset = fileAlignment >= 0x200 ? start & ~0x1FF : start
        characteristics = try rows.word32(at: row + 36)
    }
}

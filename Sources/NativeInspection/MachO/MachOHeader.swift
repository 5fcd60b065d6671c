/// The fixed head of a thin Mach-O file.
struct MachOHeader {
    /// The flags that this room asks for (`<mach-o/loader.h>`).
    enum Flag {
        static let allowStackExecution = 0x20000
        static let positionIndependent = 0x20_0000
        static let noHeapExecution = 0x100_0000
    }

    let is64Bit: Bool
    let isBigEndian: Bool
    let processor: Int
    let processorSubtype: Int
    let fileType: Int
    let commandCount: Int
    let commandBytes: Int
    let flags: Int

    /// Bytes before the first load command.
    var byteCount: Int { is64Bit ? 32 : 28 }

    init(_ reader: SliceReader<some NativeSource>) throws(NativeInspectionError) {
        var reader = reader
        let magic = try reader.table("a Mach-O magic", at: 0, count: 4).bytes
        switch magic {
        case [0xFE, 0xED, 0xFA, 0xCE]: (is64Bit, isBigEndian) = (false, true)
        case [0xFE, 0xED, 0xFA, 0xCF]: (is64Bit, isBigEndian) = (true, true)
        case [0xCE, 0xFA, 0xED, 0xFE]: (is64Bit, isBigEndian) = (false, false)
        case [0xCF, 0xFA, 0xED, 0xFE]: (is64Bit, isBigEndian) = (true, false)
        default:
            throw .invalid(
                "no Mach-O header stands at \(hexadecimal(reader.range.lowerBound))")
        }
        reader.isBigEndian = isBigEndian
        let table = try reader.table("the Mach-O header", at: 0, count: is64Bit ? 32 : 28)
        processor = try table.word32(at: 4)
        processorSubtype = try table.word32(at: 8)
        fileType = try table.word32(at: 12)
        commandCount = try table.word32(at: 16)
        commandBytes = try table.word32(at: 20)
        flags = try table.word32(at: 24)
    }

    func has(_ flag: Int) -> Bool { flags & flag != 0 }

    var machine: Machine {
        switch processor {
        case 7: .i686
        case 0x0100_0007: .x86_64
        case 0x0100_000C: .arm64
        case 12 where processorSubtype & 0xFF_FFFF == 9: .armv7l
        default: .other(processor)
        }
    }

    /// Whether the code signs its pointers: the subtype arm64e.
    ///
    /// The upper byte tells the version of that calling convention.
    var isARM64E: Bool { processor == 0x0100_000C && processorSubtype & 0xFF_FFFF == 2 }

    var kind: NativeSlice.Kind {
        switch fileType {
        case 1: .object
        case 2: .executable
        case 6, 8, 9: .sharedLibrary
        case 10: .debugCompanion
        default: .other
        }
    }

    /// The name that `<mach-o/loader.h>` gives the file type.
    var fileTypeName: String {
        let names = [
            1: "MH_OBJECT", 2: "MH_EXECUTE", 6: "MH_DYLIB", 7: "MH_DYLINKER", 8: "MH_BUNDLE",
            9: "MH_DYLIB_STUB", 10: "MH_DSYM", 11: "MH_KEXT_BUNDLE", 12: "MH_FILESET",
        ]
        return names[fileType] ?? "file type \(fileType)"
    }
}

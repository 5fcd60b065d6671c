/// The debug directory of a PE file, which holds more than debug information: how the linker was
/// called, and whether the code may run under a shadow stack.
struct PEDebugDirectory {
    /// The path of the PDB file as it was on the machine that linked, and what identifies it.
    struct CodeView {
        let path: String
        let identifier: String
    }

    private(set) var typeNames: [String] = []
    private(set) var codeView: CodeView?
    /// `IMAGE_DLLCHARACTERISTICS_EX_…` of the entry of type 20.
    private(set) var extendedCharacteristics: Int?

    init(_ image: PEImage<some NativeSource>) throws(NativeInspectionError) {
        guard let place = image.header[.debug] else { return }
        let limits = image.reader.limits
        let count = min(place.size / 28, 256)
        let rows = try image.table("the debug directory", at: place.address, count: 28 * count)
        for row in stride(from: 0, to: rows.count, by: 28) {
            let type = try rows.word32(at: row + 12)
            let size = try rows.word32(at: row + 16)
            let offset = try rows.word32(at: row + 24)
            typeNames.append(Self.names[type] ?? "type \(type)")
            switch type {
            case 2 where codeView == nil:
                let data = try image.reader.table(
                    "the CodeView entry", at: offset, count: min(size, 24 + limits.nameBytes))
                codeView = try CodeView(data, limits)
            case 20 where extendedCharacteristics == nil:
                extendedCharacteristics = try image.reader.table(
                    "the extended characteristics", at: offset, count: 4
                ).word32(at: 0)
            default: break
            }
        }
    }

    private static let names = [
        1: "COFF", 2: "CODEVIEW", 3: "FPO", 4: "MISC", 5: "EXCEPTION", 6: "FIXUP", 7: "OMAP_TO_SRC",
        8: "OMAP_FROM_SRC", 9: "BORLAND", 11: "CLSID", 12: "VC_FEATURE", 13: "POGO", 14: "ILTCG",
        15: "MPX", 16: "REPRO", 17: "EMBEDDED_PDB", 19: "PDB_CHECKSUM", 20: "EX_DLLCHARACTERISTICS",
    ]
}

extension PEDebugDirectory.CodeView {
    /// Reads `RSDS` (a GUID, an age, a path) or the older `NB10` (a time stamp instead of the GUID).
    fileprivate init?(_ data: NativeTable, _ limits: InspectionLimits) throws(NativeInspectionError)
    {
        func digits(_ position: Int, _ width: Int) throws(NativeInspectionError) -> String {
            let text = String(try data.integer(at: position, bytes: width), radix: 16)
            return String(repeating: "0", count: 2 * width - text.count) + text
        }
        let start: Int
        if data.bytes.starts(with: Array("RSDS".utf8)) {
            var identifier = try digits(4, 4) + digits(8, 2) + digits(10, 2)
            for position in 12..<20 { identifier += try digits(position, 1) }
            // Symbol servers write the age behind the GUID.
            self.identifier = identifier + String(try data.word32(at: 20), radix: 16)
            start = 24
        } else if data.bytes.starts(with: Array("NB10".utf8)) {
            identifier = try digits(8, 4) + String(try data.word32(at: 12), radix: 16)
            start = 16
        } else {
            return nil
        }
        path = start < data.count ? try data.text(at: start, upTo: limits.nameBytes) : ""
    }
}

/// The load configuration of a PE file, which begins with its own size: an older linker wrote fewer
/// fields, and a field that the size does not cover is not there, whatever bytes follow.
struct PELoadConfiguration {
    /// The bits of the guard flags (`IMAGE_GUARD_…` in `winnt.h`).
    enum Guard {
        static let instrumented = 0x100
        static let functionTable = 0x400
        static let cookieUnused = 0x800
    }

    let size: Int
    /// Where the structure stands in the file.
    let offset: Int
    /// The address of the stack cookie; 0 is none.
    private(set) var securityCookie: UInt64?
    private(set) var handlerTable: UInt64?
    private(set) var handlerCount: UInt64?
    private(set) var guardFunctionCount: UInt64?
    private(set) var guardFlags: Int?

    init?(_ image: PEImage<some NativeSource>) throws(NativeInspectionError) {
        guard let place = image.header[.loadConfiguration] else { return nil }
        let start = try image.table("the load configuration", at: place.address, count: 4)
        offset = start.offset
        size = try start.word32(at: 0)
        // The last field that is read here ends at 0x94.
        let table = try image.table(
            "the load configuration", at: place.address, count: max(4, min(size, 0x94)))
        let isWide = image.header.isWide
        let width = image.header.pointerBytes
        securityCookie = try Self.field(isWide ? 0x58 : 0x3C, width, of: table)
        handlerTable = try Self.field(isWide ? 0x60 : 0x40, width, of: table)
        handlerCount = try Self.field(isWide ? 0x68 : 0x44, width, of: table)
        guardFunctionCount = try Self.field(isWide ? 0x88 : 0x54, width, of: table)
        guardFlags = try Self.field(isWide ? 0x90 : 0x58, 4, of: table).map {
            Int(truncatingIfNeeded: $0)
        }
    }

    /// The further protections that the guard flags tell of.
    var extras: [String] {
        let names = [
            (0x80_0000, "xfg"), (0x40_0000, "ehcont"), (0x10_0000, "retpoline"),
            (0x100_0000, "castguard"), (0x1000, "delayload-iat"), (0x1_0000, "longjmp"),
            (0x8000, "export-suppression"),
        ]
        return names.filter { (guardFlags ?? 0) & $0.0 != 0 }.map(\.1)
    }

    private static func field(_ position: Int, _ width: Int, of table: NativeTable)
        throws(NativeInspectionError) -> UInt64?
    {
        guard position + width <= table.count else { return nil }
        return try table.integer(at: position, bytes: width)
    }
}

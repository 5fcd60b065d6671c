/// Reads pieces of an ELF file by the offsets and sizes that its own headers give.
struct ELFReader<Source: NativeSource> {
    private let slice: SliceReader<Source>

    init(_ source: Source, limits: InspectionLimits) {
        slice = SliceReader(source: source, limits: limits, range: 0..<source.byteCount)
    }

    var byteCount: Int { slice.range.count }
    var limits: InspectionLimits { slice.limits }

    /// Reads all of a part, named for the message, which must lie within the file and the limits.
    func read(
        _ part: String, at offset: UInt64, count: UInt64, layout: ELFLayout
    ) throws(NativeInspectionError) -> ELFBytes {
        let range = try range(of: part, at: offset, count: count)
        let table = try slice.table(part, at: range.lowerBound, count: range.count)
        return ELFBytes(
            table: NativeTable(
                bytes: table.bytes, offset: table.offset, isBigEndian: layout.isBigEndian),
            layout: layout)
    }

    /// Where a part lies, if it lies within the file.
    func range(
        of part: String, at offset: UInt64, count: UInt64
    ) throws(NativeInspectionError) -> Range<Int> {
        let (end, overflow) = offset.addingReportingOverflow(count)
        guard !overflow, end <= UInt64(byteCount) else {
            throw .invalid(
                "\(part) of \(count) bytes at \(hexadecimal(offset)) "
                    + "reaches over the end at \(hexadecimal(byteCount))")
        }
        return Int(offset)..<Int(end)
    }
}

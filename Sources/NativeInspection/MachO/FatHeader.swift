/// The table of a fat Mach-O file, which says where the slice of each machine stands.
///
/// It is big-endian whatever the slices are. `CAFEBABF` is the form with 64-bit offsets.
struct FatHeader {
    let slices: [Range<Int>]

    /// The slices of a fat file; `nil` where the file is a thin one.
    init?(_ source: some NativeSource, limits: InspectionLimits) throws(NativeInspectionError) {
        var reader = SliceReader(source: source, limits: limits, range: 0..<source.byteCount)
        reader.isBigEndian = true
        let magic = try reader.table("a Mach-O magic", at: 0, count: 4).word32(at: 0)
        guard magic == 0xCAFE_BABE || magic == 0xCAFE_BABF else { return nil }
        let isWide = magic == 0xCAFE_BABF
        let count = try reader.table("the fat header", at: 4, count: 4).word32(at: 0)
        guard (1...max(1, limits.slices)).contains(count) else {
            throw .invalid("the fat header at 0x0 tells of \(count) slices")
        }
        let entryBytes = isWide ? 32 : 20
        let table = try reader.table("the fat header", at: 8, count: count * entryBytes)
        var slices: [Range<Int>] = []
        var total = 0
        for entry in stride(from: 0, to: count * entryBytes, by: entryBytes) {
            let width = isWide ? 8 : 4
            let start = try table.size(at: entry + 8, bytes: width)
            let size = try table.size(at: entry + 8 + width, bytes: width)
            guard start <= source.byteCount, size <= source.byteCount - start else {
                throw .invalid(
                    "the slice of \(size) bytes at \(hexadecimal(start)) "
                        + "reaches over the end of the file at \(hexadecimal(source.byteCount))")
            }
            // Slices that share their bytes would make a small file tell as much as a large one.
            total += size
            guard total <= source.byteCount else { throw .invalid("the slices overlap") }
            slices.append(start..<start + size)
        }
        self.slices = slices
    }
}

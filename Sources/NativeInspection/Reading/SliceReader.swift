/// Reads pieces of one slice by offsets that count from the slice's beginning.
struct SliceReader<Source: NativeSource> {
    let source: Source
    let limits: InspectionLimits
    /// Where the slice stands in the source; nothing outside is read.
    let range: Range<Int>
    var isBigEndian = false

    /// Exactly `count` bytes of the slice; more than one table may hold is refused before it is read.
    func table(_ what: String, at offset: Int, count: Int) throws(NativeInspectionError)
        -> NativeTable
    {
        guard offset >= 0, count >= 0, offset <= range.count, count <= range.count - offset else {
            throw .invalid(
                "\(what) of \(count) bytes at \(hexadecimal(offset)) "
                    + "reaches over the end at \(hexadecimal(range.count))")
        }
        guard count <= limits.tableBytes else {
            throw .invalid("\(what) of \(count) bytes is larger than \(limits.tableBytes)")
        }
        let start = range.lowerBound + offset
        let bytes: [UInt8]
        do {
            bytes = try source.read(at: start, count: count)
        } catch {
            throw .source(error)
        }
        guard bytes.count >= count else {
            throw .invalid(
                "\(what) ends at \(hexadecimal(start + bytes.count)): the file is cut off")
        }
        return NativeTable(bytes: bytes, offset: start, isBigEndian: isBigEndian)
    }

    /// A range of the slice as a range of the source, cut off where the slice ends; empty is `nil`.
    func sourceRange(at offset: Int, count: Int) -> Range<Int>? {
        guard offset >= 0, count > 0, offset < range.count else { return nil }
        let start = range.lowerBound + offset
        return start..<start + min(count, range.count - offset)
    }

    /// Ranges of the slice as ranges of the source, from first to last, none repeating another's bytes.
    func sourceRanges(_ places: [(offset: Int, count: Int)]) -> [Range<Int>] {
        let ranges = places.compactMap { sourceRange(at: $0.offset, count: $0.count) }
        var ordered: [Range<Int>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            let start = max(range.lowerBound, ordered.last?.upperBound ?? 0)
            if start < range.upperBound { ordered.append(start..<range.upperBound) }
        }
        return ordered
    }
}

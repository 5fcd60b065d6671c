/// Where the addresses of a loaded ELF file come from in the file.
struct ELFAddressMap {
    private let loaded: [(address: UInt64, range: Range<Int>)]

    init(_ segments: [ELFSegment], byteCount: Int) {
        loaded = segments.compactMap { segment in
            guard segment.kind == .load else { return nil }
            return segment.fileRange(within: byteCount).map { (segment.address, $0) }
        }
    }

    /// The bytes of the file from an address to the end of its segment; `nil` if it is not of the file.
    func fileRange(from address: UInt64) -> Range<Int>? {
        for part in loaded where address >= part.address {
            let distance = address - part.address
            if distance < UInt64(part.range.count) {
                return (part.range.lowerBound + Int(distance))..<part.range.upperBound
            }
        }
        return nil
    }

    /// The bytes of the file from an address, which must be of the file, to the end of its segment.
    func range(of part: String, from address: UInt64) throws(NativeInspectionError) -> Range<Int> {
        guard let range = fileRange(from: address) else {
            throw .invalid("\(part) at address \(hexadecimal(address)) are in no loaded segment")
        }
        return range
    }
}

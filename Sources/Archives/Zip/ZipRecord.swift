/// The signatures that zip records begin with (APPNOTE 4.3).
enum ZipSignature: UInt32 {
    case localHeader = 0x0403_4B50
    case centralHeader = 0x0201_4B50
    case end = 0x0605_4B50
    case zip64End = 0x0606_4B50
    case zip64Locator = 0x0706_4B50

    var bytes: [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: rawValue >> ($0 * 8)) }
    }
}

/// The bytes of one record; numbers in them are little-endian.
///
/// Whoever makes one has made sure that it is long enough for the numbers that are then asked for.
struct ZipRecord {
    let bytes: ArraySlice<UInt8>

    private func number(at index: Int, bytes count: Int) -> UInt64 {
        let first = bytes.startIndex + index
        return bytes[first..<first + count].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    func uint16(at index: Int) -> UInt16 { UInt16(truncatingIfNeeded: number(at: index, bytes: 2)) }

    func uint32(at index: Int) -> UInt32 { UInt32(truncatingIfNeeded: number(at: index, bytes: 4)) }

    func uint64(at index: Int) -> UInt64 { number(at: index, bytes: 8) }

    func has(_ signature: ZipSignature) -> Bool { uint32(at: 0) == signature.rawValue }
}

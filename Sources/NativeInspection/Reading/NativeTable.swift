/// A piece of a native file in memory, with where it stood: every read of it is checked.
struct NativeTable {
    let bytes: [UInt8]
    /// Where the piece begins in the source; messages tell it.
    let offset: Int
    let isBigEndian: Bool

    var count: Int { bytes.count }

    /// The unsigned integer of so many bytes (at most 8) at a position of the piece.
    func integer(at position: Int, bytes width: Int) throws(NativeInspectionError) -> UInt64 {
        guard position >= 0, width <= count, position <= count - width else {
            throw .invalid(
                "\(width) bytes are expected at \(hexadecimal(offset &+ position)), "
                    + "but the table ends at \(hexadecimal(offset + count))")
        }
        var value: UInt64 = 0
        for index in 0..<width {
            let next = isBigEndian ? position + index : position + width - 1 - index
            value = value << 8 | UInt64(bytes[next])
        }
        return value
    }

    func word16(at position: Int) throws(NativeInspectionError) -> Int {
        Int(truncatingIfNeeded: try integer(at: position, bytes: 2))
    }

    func word32(at position: Int) throws(NativeInspectionError) -> Int {
        Int(truncatingIfNeeded: try integer(at: position, bytes: 4))
    }

    /// An offset or size of the given width; one that no file can have is refused.
    func size(at position: Int, bytes width: Int) throws(NativeInspectionError) -> Int {
        let value = try integer(at: position, bytes: width)
        guard let size = Int(exactly: value) else {
            throw .invalid("0x\(String(value, radix: 16)) is no offset or size of a file")
        }
        return size
    }

    /// The text at a position, up to a NUL, the given count, or the end of the piece.
    func text(at position: Int, upTo limit: Int) throws(NativeInspectionError) -> String {
        guard position >= 0, position < count else {
            throw .invalid("a name stands at \(hexadecimal(offset &+ position)), outside its table")
        }
        let rest = bytes[position...].prefix(max(limit, 0))
        return String(decoding: rest.prefix { $0 != 0 }, as: UTF8.self)
    }

    /// A part of the piece.
    func part(at position: Int, count wanted: Int) throws(NativeInspectionError) -> NativeTable {
        guard position >= 0, wanted >= 0, position <= count, wanted <= count - position else {
            throw .invalid(
                "\(wanted) bytes are expected at \(hexadecimal(offset &+ position)), "
                    + "but the table ends at \(hexadecimal(offset + count))")
        }
        return NativeTable(
            bytes: Array(bytes[position..<position + wanted]), offset: offset + position,
            isBigEndian: isBigEndian)
    }
}

/// A number as messages and evidence write it: `0x1c8`.
func hexadecimal(_ number: some BinaryInteger) -> String {
    (number < 0 ? "-0x" : "0x") + String(number.magnitude, radix: 16)
}

/// The 512 bytes that describe a member (POSIX.1-2024, pax, "ustar Interchange Format").
struct TarHeader {
    static let size = 512

    /// The dialect, which decides what the bytes after the magic mean.
    enum Dialect {
        case ustar
        case gnu
        case original
    }

    let name: ArraySlice<UInt8>
    let linkName: ArraySlice<UInt8>
    let prefix: ArraySlice<UInt8>
    let mode: Int
    let contentSize: Int
    let modificationTime: Int
    let type: UInt8
    let dialect: Dialect

    init(_ block: ArraySlice<UInt8>, at offset: Int) throws(ArchiveError) {
        guard Self.hasValidChecksum(block) else {
            throw .refused(
                .wrongChecksum, "a member's header does not match its checksum", at: offset)
        }
        func field(_ start: Int, _ count: Int) -> ArraySlice<UInt8> {
            block[block.startIndex + start..<block.startIndex + start + count]
        }
        func text(_ start: Int, _ count: Int) -> ArraySlice<UInt8> {
            field(start, count).prefix { $0 != 0 }
        }
        func number(_ start: Int, _ count: Int, _ what: String) throws(ArchiveError) -> Int {
            guard let value = Self.number(field(start, count)) else {
                throw .refused(.malformed, "a member's \(what) is not a number", at: offset)
            }
            return value
        }
        name = text(0, 100)
        mode = try number(100, 8, "mode")
        contentSize = try number(124, 12, "size")
        modificationTime = try number(136, 12, "time")
        // Nothing here depends on these, but Python takes a header for the end of the archive when
        // one of them is no number: the members behind it would be hidden from one of the two.
        _ = try number(108, 8, "owner")
        _ = try number(116, 8, "group")
        _ = try number(329, 8, "device")
        _ = try number(337, 8, "device")
        guard contentSize >= 0 else {
            throw .refused(.malformed, "a member's size is negative", at: offset)
        }
        type = field(156, 1).first ?? 0
        linkName = text(157, 100)
        switch Array(field(257, 8)) {
        case Array("ustar\u{0}00".utf8): dialect = .ustar
        case Array("ustar  \u{0}".utf8): dialect = .gnu
        default: dialect = .original
        }
        prefix = text(345, 155)
    }

    static func isZero(_ block: ArraySlice<UInt8>) -> Bool {
        block.allSatisfy { $0 == 0 }
    }

    /// Whether the block's checksum is that of its bytes, with the checksum itself taken as spaces.
    ///
    /// Some old writers added the bytes up as signed numbers.
    static func hasValidChecksum(_ block: ArraySlice<UInt8>) -> Bool {
        let checksum = block.dropFirst(148).prefix(8)
        guard let stated = number(checksum) else { return false }
        var unsigned = 0
        var signed = 0
        for (index, byte) in zip(0..., block) {
            let counted = (148..<156).contains(index) ? UInt8(ascii: " ") : byte
            unsigned += Int(counted)
            signed += Int(Int8(bitPattern: counted))
        }
        return stated == unsigned || stated == signed
    }

    /// A number in octal digits, or, where the first bit is set, in GNU's base 256; nil where it is
    /// neither.
    static func number(_ field: ArraySlice<UInt8>) -> Int? {
        guard let first = field.first else { return nil }
        if first == 0x80 || first == 0xFF {
            var value = first == 0xFF ? -1 : 0
            for byte in field.dropFirst() {
                let shifted = value.multipliedReportingOverflow(by: 256)
                guard !shifted.overflow else { return nil }
                value = shifted.partialValue | Int(byte)
            }
            return value
        }
        let isSpace = { (byte: UInt8) in byte == UInt8(ascii: " ") }
        let text = field.prefix { $0 != 0 }.drop(while: isSpace)
        let digits = text.prefix { !isSpace($0) }
        guard text.dropFirst(digits.count).allSatisfy(isSpace) else { return nil }
        var value = 0
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(digit) else { return nil }
            value = value << 3 | Int(digit - UInt8(ascii: "0"))
        }
        return value
    }
}

/// White space as the reference implementation of the packaging standards strips it: Python's
/// `str.isspace`, which is Unicode's white space and the four ASCII information separators.
enum Whitespace {
    /// The range of a text's bytes without the white space around them.
    static func trimmedRange(of bytes: [UInt8]) -> Range<Int> {
        var start = 0
        while start < bytes.count {
            let length = leadingLength(of: bytes, at: start)
            if length == 0 { break }
            start += length
        }
        var end = bytes.count
        while end > start {
            let length = trailingLength(of: bytes, before: end)
            if length == 0 { break }
            end -= length
        }
        return start..<end
    }

    /// A text without the white space around it.
    static func trim(_ text: String) -> String {
        let bytes = Array(text.utf8)
        let range = trimmedRange(of: bytes)
        return range.count == bytes.count ? text : String(decoding: bytes[range], as: UTF8.self)
    }

    /// How many bytes the white space character at an offset has; 0 where there is none.
    static func leadingLength(of bytes: [UInt8], at offset: Int) -> Int {
        guard offset < bytes.count else { return 0 }
        if bytes[offset] < 0x80 { return isASCII(bytes[offset]) ? 1 : 0 }
        guard offset + 1 < bytes.count else { return 0 }
        if isTwoByte(bytes[offset], bytes[offset + 1]) { return 2 }
        guard offset + 2 < bytes.count else { return 0 }
        return isThreeByte(bytes[offset], bytes[offset + 1], bytes[offset + 2]) ? 3 : 0
    }

    private static func trailingLength(of bytes: [UInt8], before end: Int) -> Int {
        if bytes[end - 1] < 0x80 { return isASCII(bytes[end - 1]) ? 1 : 0 }
        guard end >= 2 else { return 0 }
        if isTwoByte(bytes[end - 2], bytes[end - 1]) { return 2 }
        guard end >= 3 else { return 0 }
        return isThreeByte(bytes[end - 3], bytes[end - 2], bytes[end - 1]) ? 3 : 0
    }

    static func isASCII(_ byte: UInt8) -> Bool {
        byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) || (byte >= 0x1C && byte <= 0x1F)
    }

    /// U+0085 and U+00A0.
    private static func isTwoByte(_ first: UInt8, _ second: UInt8) -> Bool {
        first == 0xC2 && (second == 0x85 || second == 0xA0)
    }

    /// U+1680, U+2000–U+200A, U+2028, U+2029, U+202F, U+205F and U+3000.
    private static func isThreeByte(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
        switch (first, second) {
        case (0xE1, 0x9A), (0xE3, 0x80): third == 0x80
        case (0xE2, 0x80): third <= 0x8A || third == 0xA8 || third == 0xA9 || third == 0xAF
        case (0xE2, 0x81): third == 0x9F
        default: false
        }
    }
}

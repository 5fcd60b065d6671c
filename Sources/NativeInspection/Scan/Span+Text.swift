extension Span<UInt8> {
    /// Whether the bytes at a position are those of an ASCII text; `false` outside the span.
    func has(_ text: StaticString, at position: Int) -> Bool {
        guard position >= 0, text.utf8CodeUnitCount <= count - position else { return false }
        var index = position
        for byte in text.description.utf8 {
            guard self[index] == byte else { return false }
            index += 1
        }
        return true
    }

    /// Whether the first bytes are those of an ASCII text.
    func hasPrefix(_ text: StaticString) -> Bool { has(text, at: 0) }

    /// Whether the last bytes are those of an ASCII text.
    func hasSuffix(_ text: StaticString) -> Bool {
        has(text, at: count - text.utf8CodeUnitCount)
    }

    /// Whether the bytes at a position are the given ones; `false` outside the span.
    func has(_ bytes: [UInt8], at position: Int) -> Bool {
        guard position >= 0, bytes.count <= count - position else { return false }
        for index in bytes.indices where self[position + index] != bytes[index] {
            return false
        }
        return true
    }

    /// Where the run of bytes that satisfy a condition ends, at most `limit` bytes from its beginning.
    func end(of position: Int, limit: Int, where condition: (UInt8) -> Bool) -> Int {
        var end = Swift.max(position, 0)
        let last = Swift.min(count, end + limit)
        while end < last, condition(self[end]) {
            end += 1
        }
        return end
    }

    /// The text of a range, with U+FFFD for what is no UTF-8; empty where the range is not inside.
    func text(_ range: Range<Int>) -> String {
        guard range.lowerBound >= 0, range.upperBound <= count else { return "" }
        var copy: [UInt8] = []
        copy.reserveCapacity(range.count)
        for index in range {
            copy.append(self[index])
        }
        return String(decoding: copy, as: UTF8.self)
    }
}

extension UInt8 {
    /// Whether the byte is one of `0`–`9`.
    var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

    /// Whether the byte is a letter or digit of ASCII.
    var isAlphanumeric: Bool {
        isDigit || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
    }

    /// Whether the byte is one of `0`–`9` and `a`–`f`.
    var isLowercaseHexadecimal: Bool {
        isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self)
    }

    /// Whether the byte is a character of ASCII that has a shape, or a space.
    var isPrintable: Bool { (0x20...0x7E).contains(self) }

    /// Whether the byte separates the parts of a path, on any system.
    var isPathSeparator: Bool { self == UInt8(ascii: "/") || self == UInt8(ascii: "\\") }
}

/// A position in a text that moves forward over what matches.
///
/// A pattern that does not match leaves the position where it was, so a caller may try another.
struct ByteCursor: Sendable {
    let bytes: [UInt8]
    private(set) var offset: Int

    init(_ text: String) {
        bytes = Array(text.utf8)
        offset = 0
    }

    var isAtEnd: Bool { offset >= bytes.count }

    /// The byte under the cursor; nil at the end.
    var next: UInt8? { peek(0) }

    /// The byte some places further; nil beyond the end.
    func peek(_ distance: Int) -> UInt8? {
        let index = offset + distance
        return index < bytes.count ? bytes[index] : nil
    }

    mutating func move(to offset: Int) {
        self.offset = Swift.min(offset, bytes.count)
    }

    mutating func advance() {
        if offset < bytes.count { offset += 1 }
    }

    mutating func skip(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        offset += 1
        return true
    }

    @discardableResult
    mutating func skip(where matches: (UInt8) -> Bool) -> Bool {
        guard let byte = next, matches(byte) else { return false }
        offset += 1
        return true
    }

    @discardableResult
    mutating func skipAll(where matches: (UInt8) -> Bool) -> Int {
        let start = offset
        while offset < bytes.count, matches(bytes[offset]) { offset += 1 }
        return offset - start
    }

    /// The bytes that follow as long as they match.
    mutating func take(where matches: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        let start = offset
        skipAll(where: matches)
        return bytes[start..<offset]
    }

    /// Skips a word exactly as it is written.
    mutating func skip(_ word: String) -> Bool {
        var index = offset
        for byte in word.utf8 {
            guard index < bytes.count, bytes[index] == byte else { return false }
            index += 1
        }
        offset = index
        return true
    }

    /// Skips a word given in lower case, whatever the case in the text.
    mutating func skip(ignoringCase word: String) -> Bool {
        var index = offset
        for byte in word.utf8 {
            guard index < bytes.count, bytes[index].asciiLowercased == byte else { return false }
            index += 1
        }
        offset = index
        return true
    }

    /// The text from an offset up to the cursor.
    func text(from start: Int) -> String {
        String(decoding: bytes[start..<offset], as: UTF8.self)
    }
}

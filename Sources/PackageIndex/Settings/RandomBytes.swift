/// Bytes from the system's random numbers, for secrets.
enum RandomBytes {
    /// So many of them, drawn from the system a word at a time.
    static func make(_ count: Int) -> [UInt8] {
        var source = SystemRandomNumberGenerator()
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        while bytes.count < count {
            var word = source.next()
            for _ in 0..<min(word.bitWidth / 8, count - bytes.count) {
                bytes.append(UInt8(truncatingIfNeeded: word))
                word >>= 8
            }
        }
        return bytes
    }

    /// So many of them as lower-case hexadecimal digits, two for each.
    static func hexadecimal(_ count: Int) -> String {
        make(count).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

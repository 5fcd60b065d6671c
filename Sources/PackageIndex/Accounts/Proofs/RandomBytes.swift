/// Bytes from the system's random numbers, for secrets.
enum RandomBytes {
    /// So many of them.
    static func make(_ count: Int) -> [UInt8] {
        var source = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &source) }
    }

    /// So many of them as lower-case hexadecimal digits, two for each.
    static func hexadecimal(_ count: Int) -> String {
        make(count).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

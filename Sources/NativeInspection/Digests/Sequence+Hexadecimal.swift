extension Sequence<UInt8> {
    /// The bytes in lower-case hexadecimal, two digits each: how digests and identifiers are written.
    package var hexadecimalText: String {
        map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

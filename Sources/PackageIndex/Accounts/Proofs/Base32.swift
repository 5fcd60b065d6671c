/// RFC 4648's base32 without padding: how authenticator apps take a secret.
enum Base32 {
    private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    /// Eight digits for every five bytes, fewer for a rest.
    static func text(of bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        var held: UInt16 = 0
        var heldBits = 0
        for byte in bytes {
            held = held << 8 | UInt16(byte)
            heldBits += 8
            while heldBits >= 5 {
                heldBits -= 5
                text.append(digits[Int(held >> heldBits) & 31])
            }
            held &= (1 << heldBits) - 1
        }
        if heldBits > 0 { text.append(digits[Int(held << (5 - heldBits)) & 31]) }
        return String(decoding: text, as: UTF8.self)
    }

    /// The bytes of a text in capitals; nil unless it is exactly what `text(of:)` makes of them.
    static func bytes(of text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        var held: UInt16 = 0
        var heldBits = 0
        for digit in text.utf8 {
            guard let value = digits.firstIndex(of: digit) else { return nil }
            held = held << 5 | UInt16(value)
            heldBits += 5
            if heldBits >= 8 {
                heldBits -= 8
                bytes.append(UInt8(truncatingIfNeeded: held >> heldBits))
            }
            held &= (1 << heldBits) - 1
        }
        return heldBits < 5 && held == 0 ? bytes : nil
    }
}

/// Text as ASCII in lines of at most 76 characters, by RFC 2045 §6.7.
enum QuotedPrintable {
    /// Encodes a text; its line ends, of whatever kind, become CR and LF.
    static func encode(_ text: String) -> String {
        text.split(omittingEmptySubsequences: false) { $0.isNewline }
            .map { encodeLine(Array($0.utf8)) }.joined(separator: "\r\n")
    }

    private static func encodeLine(_ bytes: [UInt8]) -> String {
        var result = ""
        var width = 0
        for (place, byte) in bytes.enumerated() {
            let isLast = place == bytes.count - 1
            let piece =
                needsEscape(byte, atStart: width == 0, atEnd: isLast)
                ? escape(byte) : String(UnicodeScalar(byte))
            // One column stays for the mark of a soft line break.
            if width + piece.utf8.count > 75 {
                result += "=\r\n"
                width = 0
            }
            result += piece
            width += piece.utf8.count
        }
        return result
    }

    private static func needsEscape(_ byte: UInt8, atStart: Bool, atEnd: Bool) -> Bool {
        switch byte {
        case UInt8(ascii: "="): true
        case UInt8(ascii: " "), UInt8(ascii: "\t"): atEnd
        // Relays have rewritten lines that begin with a dot or with "From".
        case UInt8(ascii: "."), UInt8(ascii: "F"): atStart
        default: byte < 0x21 || byte > 0x7E
        }
    }

    private static func escape(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return byte < 16 ? "=0\(digits)" : "=\(digits)"
    }
}

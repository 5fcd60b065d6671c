/// PostgreSQL's NUMERIC in its binary form: a head of four 16-bit numbers and digits to the base
/// 10,000.
enum PostgresNumeric {
    /// Reads the number as an integer when it has no decimals and fits, as a real number otherwise;
    /// nil when the bytes are malformed.
    static func decode(_ bytes: [UInt8]) -> SQLValue? {
        guard bytes.count >= 8, bytes.count.isMultiple(of: 2) else { return nil }
        let words = stride(from: 0, to: bytes.count, by: 2).map {
            UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
        }
        let (weight, sign, scale) = (Int(Int16(bitPattern: words[1])), words[2], words[3])
        let digits = words[4...]
        guard digits.count == Int(words[0]), digits.allSatisfy({ $0 < 10_000 }) else { return nil }
        switch sign {
        case 0x0000, 0x4000: break
        case 0xC000: return .real(.nan)
        case 0xD000: return .real(.infinity)
        case 0xF000: return .real(-.infinity)
        default: return nil
        }
        // The first digit counts 10,000 to the power of the weight; the places after the last are
        // zero.
        var text = sign == 0x4000 ? "-" : ""
        text += digits.map { padded($0) }.joined()
        let places = weight - digits.count + 1
        if digits.isEmpty { text += "0" }
        if scale == 0, (0...5).contains(places) || digits.isEmpty {
            let zeros = String(repeating: "0000", count: digits.isEmpty ? 0 : places)
            if let integer = Int64(text + zeros) { return .integer(integer) }
        }
        return Double("\(text)e\(digits.isEmpty ? 0 : places * 4)").map(SQLValue.real)
    }

    private static func padded(_ digit: UInt16) -> String {
        let text = String(digit)
        return String(repeating: "0", count: 4 - text.count) + text
    }
}

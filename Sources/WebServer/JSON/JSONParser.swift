/// Reads JSON strictly (RFC 8259): one value, in UTF-8, with every member of an object once.
///
/// Whoever wrote a text that two readers understand differently is told so, and nothing is guessed.
package struct JSONParser {
    private let bytes: [UInt8]
    private let maximumDepth: Int
    private var position = 0
    private var depth = 0

    private init(_ bytes: [UInt8], maximumDepth: Int) {
        self.bytes = bytes
        self.maximumDepth = maximumDepth
    }

    /// The value that the bytes spell.
    package static func parse(
        _ bytes: [UInt8], maximumDepth: Int = 16
    ) throws(JSONFault) -> JSONValue {
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw JSONFault(reason: .encoding, offset: 0)
        }
        var parser = JSONParser(bytes, maximumDepth: maximumDepth)
        parser.skipBlanks()
        let value = try parser.value()
        parser.skipBlanks()
        guard parser.position == bytes.count else { throw parser.fault(.trailing) }
        return value
    }

    private mutating func value() throws(JSONFault) -> JSONValue {
        switch try peek() {
        case UInt8(ascii: "{"):
            return try nested { parser throws(JSONFault) in try parser.object() }
        case UInt8(ascii: "["): return try nested { parser throws(JSONFault) in try parser.array() }
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .boolean(true))
        case UInt8(ascii: "f"): return try word("false", .boolean(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    private mutating func nested(
        _ read: (inout JSONParser) throws(JSONFault) -> JSONValue
    ) throws(JSONFault) -> JSONValue {
        depth += 1
        guard depth <= maximumDepth else { throw fault(.depth) }
        position += 1
        skipBlanks()
        let value = try read(&self)
        depth -= 1
        return value
    }

    private mutating func object() throws(JSONFault) -> JSONValue {
        var members: [JSONValue.Member] = []
        var names: Set<String> = []
        if try take(UInt8(ascii: "}")) { return .object([]) }
        while true {
            guard try peek() == UInt8(ascii: "\"") else { throw fault(.unexpected) }
            let start = position
            let name = try string()
            guard names.insert(name).inserted else {
                throw JSONFault(reason: .duplicate, offset: start)
            }
            skipBlanks()
            guard try take(UInt8(ascii: ":")) else { throw fault(.unexpected) }
            skipBlanks()
            members.append(JSONValue.Member(name, try value()))
            skipBlanks()
            if try take(UInt8(ascii: "}")) { return .object(members) }
            guard try take(UInt8(ascii: ",")) else { throw fault(.unexpected) }
            skipBlanks()
        }
    }

    private mutating func array() throws(JSONFault) -> JSONValue {
        var values: [JSONValue] = []
        if try take(UInt8(ascii: "]")) { return .array([]) }
        while true {
            values.append(try value())
            skipBlanks()
            if try take(UInt8(ascii: "]")) { return .array(values) }
            guard try take(UInt8(ascii: ",")) else { throw fault(.unexpected) }
            skipBlanks()
        }
    }

    private mutating func string() throws(JSONFault) -> String {
        position += 1
        var text: [UInt8] = []
        while true {
            let byte = try peek()
            switch byte {
            case UInt8(ascii: "\""):
                position += 1
                // The bytes of the whole are UTF-8, and escapes add whole characters.
                return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"):
                position += 1
                text += try escaped()
            case 0..<0x20: throw fault(.control)
            default:
                text.append(byte)
                position += 1
            }
        }
    }

    private mutating func escaped() throws(JSONFault) -> [UInt8] {
        let byte = try peek()
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
        case UInt8(ascii: "b"): return [0x08]
        case UInt8(ascii: "f"): return [0x0C]
        case UInt8(ascii: "n"): return [0x0A]
        case UInt8(ascii: "r"): return [0x0D]
        case UInt8(ascii: "t"): return [0x09]
        case UInt8(ascii: "u"):
            var code = try hexadecimal()
            if (0xD800..<0xDC00).contains(code) {
                guard try take(UInt8(ascii: "\\")), try take(UInt8(ascii: "u")) else {
                    throw fault(.escape)
                }
                let low = try hexadecimal()
                guard (0xDC00..<0xE000).contains(low) else { throw fault(.escape) }
                code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
            }
            guard let scalar = Unicode.Scalar(code) else { throw fault(.escape) }
            // No database stores a NUL, and no text needs one.
            guard code != 0 else { throw fault(.nul) }
            return Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        default:
            position -= 1
            throw fault(.escape)
        }
    }

    private mutating func hexadecimal() throws(JSONFault) -> UInt32 {
        var code: UInt32 = 0
        for _ in 0..<4 {
            let byte = try peek()
            let digit: UInt8
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
            case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
            default: throw fault(.escape)
            }
            code = code << 4 | UInt32(digit)
            position += 1
        }
        return code
    }

    private mutating func number() throws(JSONFault) -> JSONValue {
        let start = position
        if try take(UInt8(ascii: "-")) {}
        guard isDigit(at: position) else {
            throw position == start ? fault(.unexpected) : fault(.number)
        }
        let isZero = bytes[position] == UInt8(ascii: "0")
        let digits = skipDigits()
        guard !isZero || digits == 1 else { throw fault(.number) }
        if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
            position += 1
            guard skipDigits() > 0 else { throw fault(.number) }
        }
        if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
            position += 1
            if position < bytes.count,
                bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-")
            {
                position += 1
            }
            guard skipDigits() > 0 else { throw fault(.number) }
        }
        return Self.number(String(decoding: bytes[start..<position], as: UTF8.self))
    }

    /// A number is whole by its value, as JSON Schema says: `1.0` and `1e2` are, too.
    private static func number(_ text: String) -> JSONValue {
        if let whole = Int(text) { return .integer(whole) }
        let largest = 9_007_199_254_740_992.0
        if let value = Double(text), value.rounded() == value, abs(value) <= largest {
            return .integer(Int(value))
        }
        return .number(text)
    }

    private mutating func word(
        _ word: String, _ value: JSONValue
    ) throws(JSONFault) -> JSONValue {
        let letters = Array(word.utf8)
        guard bytes[position...].starts(with: letters) else { throw fault(.unexpected) }
        position += letters.count
        return value
    }

    private func isDigit(at place: Int) -> Bool {
        place < bytes.count && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[place])
    }

    private mutating func skipDigits() -> Int {
        let start = position
        while isDigit(at: position) { position += 1 }
        return position - start
    }

    private mutating func skipBlanks() {
        while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) {
            position += 1
        }
    }

    private func peek() throws(JSONFault) -> UInt8 {
        guard position < bytes.count else { throw fault(.cutOff) }
        return bytes[position]
    }

    private mutating func take(_ byte: UInt8) throws(JSONFault) -> Bool {
        guard try peek() == byte else { return false }
        position += 1
        return true
    }

    private func fault(_ reason: JSONFault.Reason) -> JSONFault {
        JSONFault(reason: reason, offset: position)
    }
}

extension JSONLine {
    /// A line that is not JSON, or has a number that is kept neither exactly nor as a real number.
    struct Invalid: Error, Equatable {
        /// How many bytes of the line were understood.
        let offset: Int
    }

    /// Reads one value that fills the whole line.
    init(parsing bytes: [UInt8]) throws(Invalid) {
        var parser = JSONParser(bytes: bytes)
        self = try parser.value(depth: 0)
        parser.skipSpace()
        guard parser.position == bytes.count else { throw Invalid(offset: parser.position) }
    }
}

/// A cursor over the bytes of one line.
private struct JSONParser {
    let bytes: [UInt8]
    var position = 0

    /// Deeper values than a dump ever has would only serve to exhaust the stack.
    private static let greatestDepth = 8

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private var invalid: JSONLine.Invalid { JSONLine.Invalid(offset: position) }

    mutating func skipSpace() {
        while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { position += 1 }
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        skipSpace()
        guard next == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    mutating func value(depth: Int) throws(JSONLine.Invalid) -> JSONLine {
        guard depth < Self.greatestDepth else { throw invalid }
        skipSpace()
        switch next {
        case UInt8(ascii: "["): return .array(try array(depth))
        case UInt8(ascii: "{"): return .object(try object(depth))
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "n"): return try word("null", .null)
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        default: return try number()
        }
    }

    private mutating func array(_ depth: Int) throws(JSONLine.Invalid) -> [JSONLine] {
        position += 1
        if take("]") { return [] }
        var items: [JSONLine] = []
        repeat {
            items.append(try value(depth: depth + 1))
        } while take(",")
        guard take("]") else { throw invalid }
        return items
    }

    private mutating func object(_ depth: Int) throws(JSONLine.Invalid) -> JSONObject {
        position += 1
        if take("}") { return JSONObject([]) }
        var members: [JSONObject.Member] = []
        repeat {
            skipSpace()
            let name = try string()
            guard take(":") else { throw invalid }
            members.append(JSONObject.Member(name: name, value: try value(depth: depth + 1)))
        } while take(",")
        guard take("}") else { throw invalid }
        return JSONObject(members)
    }

    private mutating func word(
        _ text: String, _ value: JSONLine
    ) throws(JSONLine.Invalid) -> JSONLine {
        guard bytes[position...].starts(with: text.utf8) else { throw invalid }
        position += text.utf8.count
        return value
    }

    private mutating func number() throws(JSONLine.Invalid) -> JSONLine {
        let start = position
        while let byte = next, Self.numberBytes.contains(byte) { position += 1 }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        let isInteger = !text.utf8.contains { Self.fractionBytes.contains($0) }
        if isInteger, let integer = Int64(text) { return .integer(integer) }
        if !isInteger, let real = Double(text) { return .real(real) }
        position = start
        throw invalid
    }

    private static let numberBytes = Set("0123456789+-.eE".utf8)
    private static let fractionBytes = Set(".eE".utf8)

    private mutating func string() throws(JSONLine.Invalid) -> String {
        guard next == UInt8(ascii: "\"") else { throw invalid }
        position += 1
        var content: [UInt8] = []
        while let byte = next {
            switch byte {
            case UInt8(ascii: "\""):
                guard let text = String(validating: content, as: UTF8.self) else { throw invalid }
                position += 1
                return text
            case UInt8(ascii: "\\"):
                position += 1
                content += try escape()
            case 0..<0x20: throw invalid
            default:
                content.append(byte)
                position += 1
            }
        }
        throw invalid
    }

    private mutating func escape() throws(JSONLine.Invalid) -> [UInt8] {
        guard let byte = next else { throw invalid }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
        case UInt8(ascii: "b"): return [0x08]
        case UInt8(ascii: "f"): return [0x0C]
        case UInt8(ascii: "n"): return [0x0A]
        case UInt8(ascii: "r"): return [0x0D]
        case UInt8(ascii: "t"): return [0x09]
        case UInt8(ascii: "u"): return try unicodeEscape()
        default: throw invalid
        }
    }

    /// Four hexadecimal digits; a high surrogate needs its low half behind it.
    private mutating func unicodeEscape() throws(JSONLine.Invalid) -> [UInt8] {
        var code = try hexadecimal()
        if (0xD800..<0xDC00).contains(code), next == UInt8(ascii: "\\") {
            position += 1
            guard next == UInt8(ascii: "u") else { throw invalid }
            position += 1
            let low = try hexadecimal()
            guard (0xDC00..<0xE000).contains(low) else { throw invalid }
            code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(code) else { throw invalid }
        return Array(String(Character(scalar)).utf8)
    }

    private mutating func hexadecimal() throws(JSONLine.Invalid) -> UInt32 {
        let end = position + 4
        guard end <= bytes.count,
            bytes[position..<end].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let code = UInt32(String(decoding: bytes[position..<end], as: UTF8.self), radix: 16)
        else { throw invalid }
        position = end
        return code
    }
}

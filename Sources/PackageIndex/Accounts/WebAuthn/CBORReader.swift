/// Reads CBOR from outside, within bounds: definite lengths only, no tags, no key twice.
///
/// That is what CTAP2's canonical form allows an authenticator to send, but for the order of keys and
/// the shortest form of numbers, which do no harm here.
struct CBORReader {
    private static let deepest = 8
    private static let mostValues = 4096

    private let bytes: ArraySlice<UInt8>
    private(set) var position: Int
    private var valuesLeft = Self.mostValues

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
    }

    /// The one value that the bytes are, from the first to the last.
    static func value(of bytes: ArraySlice<UInt8>) throws(WebAuthnInvalid) -> CBORValue {
        var reader = CBORReader(bytes)
        let value = try reader.value()
        guard reader.isAtEnd else { throw .malformed("bytes follow the value") }
        return value
    }

    var isAtEnd: Bool { position == bytes.endIndex }

    /// The next value.
    mutating func value(depth: Int = 0) throws(WebAuthnInvalid) -> CBORValue {
        guard depth <= Self.deepest else { throw .malformed("values stand too deep in each other") }
        guard valuesLeft > 0 else { throw .malformed("there are too many values") }
        valuesLeft -= 1
        let head = try byte()
        let argument = try argument(head & 31)
        switch head >> 5 {
        case 0: return .unsigned(argument)
        case 1: return .negative(argument)
        case 2: return .bytes(Array(try take(argument)))
        case 3:
            guard let text = String(validating: try take(argument), as: UTF8.self) else {
                throw .malformed("a text is not UTF-8")
            }
            return .text(text)
        case 4:
            var values: [CBORValue] = []
            for _ in 0..<(try count(argument)) { values.append(try value(depth: depth + 1)) }
            return .array(values)
        case 5:
            var map: [CBORValue: CBORValue] = [:]
            for _ in 0..<(try count(argument)) {
                let key = try value(depth: depth + 1)
                guard map[key] == nil else { throw .malformed("a key stands twice") }
                map[key] = try value(depth: depth + 1)
            }
            return .map(map)
        case 6: throw .malformed("a value is tagged")
        default:
            switch head & 31 {
            case 20: return .truth(false)
            case 21: return .truth(true)
            case 22: return .null
            default: return .other
            }
        }
    }

    private mutating func argument(_ short: UInt8) throws(WebAuthnInvalid) -> UInt64 {
        switch short {
        case 0..<24: return UInt64(short)
        case 24: return UInt64(try byte())
        case 25, 26, 27:
            return try take(1 << UInt64(short - 24)).reduce(0) { $0 << 8 | UInt64($1) }
        default: throw .malformed("a length is open or unknown")
        }
    }

    /// How many values follow: never more than there are bytes.
    private func count(_ argument: UInt64) throws(WebAuthnInvalid) -> Int {
        guard argument <= UInt64(bytes.endIndex - position) else {
            throw .malformed("it is cut off")
        }
        return Int(argument)
    }

    private mutating func byte() throws(WebAuthnInvalid) -> UInt8 {
        guard position < bytes.endIndex else { throw .malformed("it is cut off") }
        defer { position += 1 }
        return bytes[position]
    }

    private mutating func take(_ length: UInt64) throws(WebAuthnInvalid) -> ArraySlice<UInt8> {
        let length = try count(length)
        defer { position += length }
        return bytes[position..<position + length]
    }
}

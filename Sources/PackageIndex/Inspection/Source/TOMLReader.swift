/// Reads the strings in one table of a TOML document, however the table is written: below its
/// header, as an inline table, or with dotted keys.
///
/// Specification: <https://toml.io/en/v1.0.0>. What is no string is stepped over, and after what is
/// no TOML reading goes on with the next line: nobody's build depends on it here.
struct TOMLReader {
    /// The string, or the strings of the array, of each key.
    private(set) var strings: [String: [String]] = [:]
    private let wanted: String
    private let bytes: [UInt8]
    private var position = 0
    /// The keys of the header above; nil where that was none.
    private var header: [String]? = []

    /// How many keys of a path are kept: the two of what is wanted, and one that tells a longer path.
    private static let mostKeys = 3
    /// More arrays and tables in each other than these are no project's.
    private static let deepest = 32

    init(_ text: String, table: String) {
        wanted = table
        bytes = Array(text.utf8)
        while position < bytes.count {
            skipBlank(lines: true)
            if byte == UInt8(ascii: "[") {
                header = readHeader()
            } else if let keys = readKeys(), skip("=") {
                _ = readValue(of: header.map { $0 + keys }, depth: 0)
            }
            skipLine()
        }
    }

    private var byte: UInt8? { position < bytes.count ? bytes[position] : nil }

    /// `[a.b]` or `[[a.b]]`.
    private mutating func readHeader() -> [String]? {
        while byte == UInt8(ascii: "[") { position += 1 }
        guard let keys = readKeys(), byte == UInt8(ascii: "]") else { return nil }
        return keys
    }

    /// Keys with dots between them, bare or quoted; the first ones of many.
    private mutating func readKeys() -> [String]? {
        var keys: [String] = []
        repeat {
            skipBlank()
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                guard let key = readString() else { return nil }
                if keys.count < Self.mostKeys { keys.append(key) }
            } else {
                let key = bytes[position...].prefix(while: Self.isBare)
                guard !key.isEmpty else { return nil }
                position += key.count
                if keys.count < Self.mostKeys {
                    keys.append(String(decoding: key, as: UTF8.self))
                }
            }
            skipBlank()
        } while skip(".")
        return keys
    }

    /// The strings of a value, which are kept where its keys are those of the wanted table; nil where
    /// it has no end.
    private mutating func readValue(of keys: [String]?, depth: Int) -> [String]? {
        skipBlank()
        guard depth < Self.deepest, let first = byte else { return nil }
        let found: [String]?
        switch first {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): found = readString().map { [$0] }
        case UInt8(ascii: "["): found = readArray(depth: depth)
        case UInt8(ascii: "{"): return readTable(of: keys, depth: depth)
        default:
            position += bytes[position...].prefix { !Self.ends.contains($0) }.count
            return []
        }
        if let found, let keys, keys.count == 2, keys[0] == wanted { strings[keys[1]] = found }
        return found
    }

    private mutating func readArray(depth: Int) -> [String]? {
        position += 1
        var found: [String] = []
        while true {
            skipBlank(lines: true)
            if skip("]") { return found }
            guard let value = readValue(of: nil, depth: depth + 1) else { return nil }
            found += value
            skipBlank(lines: true)
            guard skip(",") || byte == UInt8(ascii: "]") else { return nil }
        }
    }

    private mutating func readTable(of keys: [String]?, depth: Int) -> [String]? {
        position += 1
        while true {
            skipBlank(lines: true)
            if skip("}") { return [] }
            guard let inner = readKeys(), skip("="),
                readValue(of: keys.map { $0 + inner }, depth: depth + 1) != nil
            else { return nil }
            skipBlank(lines: true)
            guard skip(",") || byte == UInt8(ascii: "}") else { return nil }
        }
    }

    /// What stands between quotation marks; escapes are of no use in names and stay as they are.
    private mutating func readString() -> String? {
        let quote = bytes[position]
        let isLong = isTriple(quote)
        position += isLong ? 3 : 1
        let start = position
        while let byte {
            if byte == quote, !isLong || isTriple(quote) {
                let text = String(decoding: bytes[start..<position], as: UTF8.self)
                position += isLong ? 3 : 1
                return text
            }
            if byte == UInt8(ascii: "\n"), !isLong { return nil }
            let isEscape = byte == UInt8(ascii: "\\") && quote == UInt8(ascii: "\"")
            position += isEscape ? 2 : 1
        }
        return nil
    }

    private func isTriple(_ quote: UInt8) -> Bool {
        bytes[position...].starts(with: [quote, quote, quote])
    }

    private mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard byte == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    /// Steps over blanks, and over ends of lines and comments where values may have them.
    private mutating func skipBlank(lines: Bool = false) {
        while let byte {
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): position += 1
            case UInt8(ascii: "\n") where lines: position += 1
            case UInt8(ascii: "#") where lines: skipLine()
            default: return
            }
        }
    }

    private mutating func skipLine() {
        guard position < bytes.count else { return }
        position += bytes[position...].prefix { $0 != UInt8(ascii: "\n") }.count
    }

    private static let ends = Set(",]}#\n".utf8)

    private static func isBare(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}

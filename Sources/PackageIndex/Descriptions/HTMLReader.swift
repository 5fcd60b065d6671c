/// Reads HTML in the one form in which sanitisers write it.
///
/// Tags in lower case, attributes with their values in double quotes, no comments, no declarations.
struct HTMLReader {
    private let bytes: [UInt8]
    private var place = 0

    init(_ html: String) {
        bytes = Array(html.utf8)
    }

    /// The next piece; nil at the end.
    mutating func next() throws -> SafeHTML.Piece? {
        guard place < bytes.count else { return nil }
        guard bytes[place] == UInt8(ascii: "<") else { return .text(readText()) }
        place += 1
        if take(UInt8(ascii: "/")) {
            let name = try readName()
            try expect(UInt8(ascii: ">"))
            return .end(name)
        }
        let name = try readName()
        var attributes: [SafeHTML.Attribute] = []
        while !take(UInt8(ascii: ">")) {
            try expect(UInt8(ascii: " "))
            let attribute = try readAttribute()
            guard !attributes.contains(where: { $0.name == attribute.name }) else {
                throw SafeHTML.Unsafe("\(attribute.name) twice")
            }
            attributes.append(attribute)
        }
        return .start(name, attributes)
    }

    private mutating func readText() -> String {
        let start = place
        while place < bytes.count, bytes[place] != UInt8(ascii: "<") { place += 1 }
        return Self.escaped(bytes[start..<place])
    }

    private mutating func readName() throws -> String {
        let start = place
        while place < bytes.count, Self.isNameByte(bytes[place]) { place += 1 }
        guard place > start, place - start <= 40 else { throw SafeHTML.Unsafe("a stray '<'") }
        return String(decoding: bytes[start..<place], as: UTF8.self)
    }

    private mutating func readAttribute() throws -> SafeHTML.Attribute {
        let name = try readName()
        try expect(UInt8(ascii: "="))
        try expect(UInt8(ascii: "\""))
        let start = place
        while place < bytes.count, bytes[place] != UInt8(ascii: "\"") { place += 1 }
        let value = Self.escaped(bytes[start..<place])
        try expect(UInt8(ascii: "\""))
        return SafeHTML.Attribute(name: name, value: value)
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard place < bytes.count, bytes[place] == byte else { return false }
        place += 1
        return true
    }

    private mutating func expect(_ byte: UInt8) throws {
        guard take(byte) else { throw SafeHTML.Unsafe("a tag that is cut off or odd") }
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || byte == UInt8(ascii: "-")
    }

    /// The text with its angle brackets and quotes escaped; references that stand in it stay.
    private static func escaped(_ bytes: ArraySlice<UInt8>) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "<"): result += Array("&lt;".utf8)
            case UInt8(ascii: ">"): result += Array("&gt;".utf8)
            case UInt8(ascii: "\""): result += Array("&quot;".utf8)
            case 0: continue
            default: result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}

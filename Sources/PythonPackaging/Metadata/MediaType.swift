/// A MIME type with its parameters, `text/plain; charset=UTF-8` (RFC 2045).
///
/// White space and comments may stand around the parts of a parameter. Values in pieces (`charset*0=`, RFC 2231)
/// are not taken: nobody writes them here.
struct MediaType {
    /// Type and subtype in lower case, with `/` between them.
    let name: String

    /// The values by their names in lower case.
    private(set) var parameters: [String: String] = [:]

    private let text: String

    init(_ text: String) throws(DescriptionContentType.Invalid) {
        self.text = text
        var cursor = ByteCursor(text)
        cursor.skipAll(where: Self.isSpace)
        let start = cursor.offset
        let hasType = cursor.skipAll(where: Self.isToken) > 0
        guard hasType, cursor.skip("/"), cursor.skipAll(where: Self.isToken) > 0 else {
            throw .init("\(Quoted(text)) does not look like 'text/markdown'")
        }
        name = cursor.text(from: start).lowercased()
        cursor.skipAll(where: Self.isSpace)
        while !cursor.isAtEnd {
            guard cursor.skip(";") else {
                throw invalid("only '; name=value' may follow \(Quoted(name))")
            }
            try skipSpace(&cursor)
            if cursor.isAtEnd { break }
            try readParameter(&cursor)
            try skipSpace(&cursor)
        }
    }

    private mutating func readParameter(
        _ cursor: inout ByteCursor
    ) throws(DescriptionContentType.Invalid) {
        let start = cursor.offset
        guard cursor.skipAll(where: Self.isAttribute) > 0 else {
            throw invalid("the name of a parameter must follow ';'")
        }
        let name = cursor.text(from: start).lowercased()
        try skipSpace(&cursor)
        guard cursor.skip("=") else {
            throw invalid("the parameter \(Quoted(name)) has no value")
        }
        try skipSpace(&cursor)
        let value = try readValue(&cursor, of: name)
        guard parameters.updateValue(value, forKey: name) == nil else {
            throw invalid("the parameter \(Quoted(name)) stands twice")
        }
    }

    private func readValue(
        _ cursor: inout ByteCursor, of name: String
    ) throws(DescriptionContentType.Invalid) -> String {
        guard cursor.skip("\"") else {
            let start = cursor.offset
            guard cursor.skipAll(where: { Self.isAttribute($0) || $0 == UInt8(ascii: "%") }) > 0
            else { throw invalid("the parameter \(Quoted(name)) has no value") }
            return cursor.text(from: start)
        }
        var value: [UInt8] = []
        while !cursor.skip("\"") {
            if cursor.next == UInt8(ascii: "\\") { cursor.advance() }
            guard let byte = cursor.next, byte >= 0x20 || byte == 0x09, byte != 0x7F else {
                throw invalid("the quotes around the value of \(Quoted(name)) are not closed")
            }
            value.append(byte)
            cursor.advance()
        }
        return String(decoding: value, as: UTF8.self)
    }

    /// Skips white space and comments, which stand in parentheses and may be nested.
    private func skipSpace(
        _ cursor: inout ByteCursor
    ) throws(DescriptionContentType.Invalid) {
        var depth = 0
        while let byte = cursor.next {
            if byte == UInt8(ascii: "(") {
                depth += 1
            } else if depth == 0 {
                guard Self.isSpace(byte) else { return }
            } else if byte == UInt8(ascii: ")") {
                depth -= 1
            } else if byte == UInt8(ascii: "\\") {
                cursor.advance()
            }
            cursor.advance()
        }
        if depth > 0 { throw invalid("a comment is not closed") }
    }

    private func invalid(_ reason: String) -> DescriptionContentType.Invalid {
        .init("\(Quoted(text)) is not a valid content type: \(reason)")
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    private static func isToken(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte != 0x7F && !"()<>@,;:\\\"/[]?=".utf8.contains(byte)
    }

    private static func isAttribute(_ byte: UInt8) -> Bool {
        isToken(byte) && !"*'%".utf8.contains(byte)
    }
}

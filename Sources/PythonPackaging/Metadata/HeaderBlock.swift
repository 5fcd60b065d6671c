/// A text of header lines and a body, taken apart as Python's `email` does it.
///
/// Metadata files are no mail, but the format is defined by what that module reads (its `compat32`
/// policy). Lines end with LF, CR or CRLF. MIME is not interpreted.
struct HeaderBlock {
    /// One header: the name and the value, both as they are written.
    struct Header {
        let name: String
        let value: ArraySlice<UInt8>
    }

    let headers: [Header]
    let body: ArraySlice<UInt8>

    private enum LineKind {
        case header(colon: Int), continuation, envelope, separator, other
    }

    /// The value of a header goes on in the lines that follow as long as they start with space.
    private struct Open {
        let name: String
        let start: Int
        var end: Int
    }

    init(_ bytes: [UInt8]) {
        var headers: [Header] = []
        body = Self.scan(bytes) { headers.append($0) }
        self.headers = headers
    }

    /// Hands out one header after the other, and returns the body; keeps nothing of either.
    static func scan<Stop: Error>(
        _ bytes: [UInt8], _ visit: (Header) throws(Stop) -> Void
    ) throws(Stop) -> ArraySlice<UInt8> {
        var open: Open?
        var position = 0
        var isFirst = true
        /// The last header line, if it is an envelope: then it belongs to the body.
        var envelope: Range<Int>?
        scan: while position < bytes.count {
            let end = lineEnd(in: bytes, from: position)
            let kind = kind(of: bytes, from: position, to: end)
            switch kind {
            case .separator, .other:
                if case .separator = kind { position = end }
                break scan
            case .continuation:
                // Without a header that is open there is nothing to go on with.
                open?.end = end
                envelope = nil
            case .envelope:
                if let header = closed(&open, in: bytes) { try visit(header) }
                envelope = isFirst ? nil : position..<end
            case .header(let colon):
                if let header = closed(&open, in: bytes) { try visit(header) }
                envelope = nil
                if colon > position {
                    open = Open(
                        name: String(decoding: bytes[position..<colon], as: UTF8.self),
                        start: colon + 1, end: end)
                }
            }
            isFirst = false
            position = end
        }
        if let header = closed(&open, in: bytes) { try visit(header) }
        guard let envelope else { return bytes[position...] }
        return envelope.upperBound == position
            ? bytes[envelope.lowerBound...] : ArraySlice(bytes[envelope] + bytes[position...])
    }

    private static func closed(_ open: inout Open?, in bytes: [UInt8]) -> Header? {
        guard let header = open else { return nil }
        open = nil
        var start = header.start
        var end = header.end
        while start < end, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
        while start < end, isLineEnd(bytes[end - 1]) { end -= 1 }
        return Header(name: header.name, value: bytes[start..<end])
    }

    private static func kind(of bytes: [UInt8], from start: Int, to end: Int) -> LineKind {
        if isLineEnd(bytes[start]) { return .separator }
        if bytes[start] == 0x20 || bytes[start] == 0x09 { return .continuation }
        if bytes[start..<end].starts(with: "From ".utf8) { return .envelope }
        var index = start
        while index < end, bytes[index] > 0x20, bytes[index] < 0x7F {
            if bytes[index] == UInt8(ascii: ":") { return .header(colon: index) }
            index += 1
        }
        return .other
    }

    /// The offset after the line end.
    private static func lineEnd(in bytes: [UInt8], from start: Int) -> Int {
        var index = start
        while index < bytes.count, !isLineEnd(bytes[index]) { index += 1 }
        if index == bytes.count { return index }
        let isPair = bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
        return index + (isPair ? 2 : 1)
    }

    private static func isLineEnd(_ byte: UInt8) -> Bool {
        byte == 0x0A || byte == 0x0D
    }
}

/// The rows of a `RECORD` file, one at a time.
///
/// Values have commas between them and may stand in double quotes; inside of these a quote is
/// written twice, and commas and line ends are part of the value. Empty lines are skipped.
struct CSVRows {
    private let bytes: [UInt8]
    private var offset = 0
    private var nextLine = 1

    /// The line on which the last row starts, from 1.
    private(set) var line = 1

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The values of the next row; nil at the end.
    mutating func next() throws(WheelRecord.Invalid) -> [String]? {
        while offset < bytes.count, isLineEnd(bytes[offset]) { skipLineEnd() }
        guard offset < bytes.count else { return nil }
        line = nextLine
        var values = [try nextValue()]
        while offset < bytes.count, bytes[offset] == UInt8(ascii: ",") {
            offset += 1
            values.append(try nextValue())
        }
        if offset < bytes.count {
            guard isLineEnd(bytes[offset]) else {
                throw invalid("only a comma may follow a value in quotes")
            }
            skipLineEnd()
        }
        return values
    }

    private mutating func nextValue() throws(WheelRecord.Invalid) -> String {
        let value: [UInt8]
        if offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") {
            value = try quotedValue()
        } else {
            let start = offset
            while offset < bytes.count, bytes[offset] != UInt8(ascii: ","),
                !isLineEnd(bytes[offset])
            {
                offset += 1
            }
            value = Array(bytes[start..<offset])
        }
        guard let text = String(validating: value, as: UTF8.self) else {
            throw invalid("it is not valid UTF-8")
        }
        return text
    }

    private mutating func quotedValue() throws(WheelRecord.Invalid) -> [UInt8] {
        var value: [UInt8] = []
        offset += 1
        while offset < bytes.count {
            if bytes[offset] == UInt8(ascii: "\"") {
                offset += 1
                let isDoubled = offset < bytes.count && bytes[offset] == UInt8(ascii: "\"")
                if !isDoubled { return value }
            }
            if bytes[offset] == 0x0A { nextLine += 1 }
            value.append(bytes[offset])
            offset += 1
        }
        throw invalid("a value in quotes has no closing quote")
    }

    /// Moves past LF, CR or CRLF.
    private mutating func skipLineEnd() {
        if bytes[offset] == 0x0D, offset + 1 < bytes.count, bytes[offset + 1] == 0x0A {
            offset += 1
        }
        offset += 1
        nextLine += 1
    }

    private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

    private func invalid(_ reason: String) -> WheelRecord.Invalid {
        WheelRecord.Invalid(line: line, reason)
    }
}

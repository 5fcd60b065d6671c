/// A string table: texts that end in a zero byte, found by their offsets.
struct ELFStrings {
    let bytes: [UInt8]

    /// Takes the table up to its last zero: a text after it has no end.
    init(_ table: ELFBytes) {
        let end = table.bytes.lastIndex(of: 0).map { $0 + 1 } ?? 0
        bytes = Array(table.bytes.prefix(end))
    }

    /// Where the text at an offset stands without its zero; `nil` where it begins or ends outside.
    ///
    /// A text of more than `limit` bytes is cut there.
    func range(at offset: Int, limit: Int) -> Range<Int>? {
        guard bytes.indices.contains(offset) else { return nil }
        let end = bytes.count
        let stop = limit < end &- offset ? offset &+ limit : end
        var position = offset
        while position < stop {
            if bytes[position] == 0 { return offset..<position }
            position &+= 1
        }
        return stop < end ? offset..<stop : nil
    }

    func string(at offset: Int, limit: Int) -> String? {
        range(at: offset, limit: limit).map { String(decoding: bytes[$0], as: UTF8.self) }
    }
}

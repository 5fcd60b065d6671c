/// Cuts bytes that come in pieces into lines.
struct LineReader {
    private var pending: [UInt8] = []
    private var start = 0
    private let longest: Int
    /// Whether the line that is being read is over the limit: its rest is dropped.
    private var isOverlong = false

    /// Of a line that is longer, a little more than `longest` bytes are handed over.
    init(longest: Int) {
        self.longest = longest
    }

    mutating func append(_ bytes: [UInt8]) {
        if start > 0 {
            pending.removeFirst(start)
            start = 0
        }
        pending += bytes
    }

    /// The next whole line, without its end; nil until more bytes come.
    mutating func next() -> [UInt8]? {
        while true {
            let rest = pending[start...]
            guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else {
                guard rest.count > longest else { return nil }
                let isFirst = !isOverlong
                let line = isFirst ? Array(rest.prefix(longest + 1)) : []
                isOverlong = true
                pending = []
                start = 0
                return isFirst ? line : nil
            }
            start = end + 1
            if isOverlong {
                isOverlong = false
                continue
            }
            return Array(rest[..<end].prefix(longest + 1))
        }
    }

    /// What stands behind the last line's end; nil for nothing.
    mutating func last() -> [UInt8]? {
        defer { pending = [] }
        guard start < pending.count, !isOverlong else { return nil }
        return Array(pending[start...])
    }
}

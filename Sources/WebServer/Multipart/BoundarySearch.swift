/// Finds `CRLF -- boundary` in a body that comes in chunks.
///
/// Linear in the body, whatever that holds: CR stands only at the front of what is sought, so a
/// failed comparison can begin anew where it failed. Inside a chunk Horspool's rule leaps over
/// nearly as many bytes as the boundary is long.
struct BoundarySearch: Sendable {
    /// What one call found out.
    struct Result: Equatable {
        /// Bytes of earlier chunks that turned out to be data.
        var heldBack: [UInt8] = []
        /// The positions in this chunk that are data.
        var data: Range<Int>
        /// The first position that the call did not use.
        var end: Int
        /// Whether the boundary ends just before `end`.
        var isFound: Bool
    }

    private let needle: [UInt8]
    /// How far to move on for each value of the byte under the needle's last.
    private let leaps: [UInt8]
    /// How many of the needle's bytes the data so far ends with.
    private var matched = 0
    /// How many of those were never in the data: see `beginLine()`.
    private var imagined = 0

    /// Seeks a boundary of 1 to 70 bytes without CR.
    init(boundary: [UInt8]) {
        needle = Array("\r\n--".utf8) + boundary
        var leaps = [UInt8](repeating: UInt8(needle.count), count: 256)
        for (index, byte) in needle.dropLast().enumerated() {
            leaps[Int(byte)] = UInt8(needle.count - 1 - index)
        }
        self.leaps = leaps
    }

    /// How many bytes at the end of the data so far may yet turn out to be the boundary's.
    var heldBackCount: Int { matched - imagined }

    /// Says that a line begins: a boundary may come at once, without a line end of its own.
    ///
    /// So it is at the front of the body, and after a part's headers (RFC 2046 section 5.1.1).
    mutating func beginLine() {
        matched = 2
        imagined = 2
    }

    /// Looks through `chunk` from `start` on, up to the boundary or the chunk's end.
    mutating func scan(_ chunk: Span<UInt8>, from start: Int) -> Result {
        var position = start
        var heldBack: [UInt8] = []
        if matched > 0 {
            while position < chunk.count, matched < needle.count,
                chunk[position] == needle[matched]
            {
                position += 1
                matched += 1
            }
            if matched == needle.count {
                matched = 0
                imagined = 0
                return Result(data: start..<start, end: position, isFound: true)
            }
            guard position < chunk.count else {
                return Result(data: start..<start, end: position, isFound: false)
            }
            heldBack = Array(needle[imagined..<matched])
            matched = 0
            imagined = 0
        }

        let dataStart = position
        let last = needle.count - 1
        let final = needle[last]
        while position + last < chunk.count {
            let byte = chunk[position + last]
            if byte == final, prefixLength(in: chunk, at: position) == needle.count {
                return Result(
                    heldBack: heldBack, data: dataStart..<position, end: position + needle.count,
                    isFound: true)
            }
            position += Int(leaps[Int(byte)])
        }

        // Too few bytes are left for a whole boundary, but one may begin in them.
        while position < chunk.count {
            let length = prefixLength(in: chunk, at: position)
            if length > 0, position + length == chunk.count {
                matched = length
                break
            }
            position += max(length, 1)
        }
        return Result(
            heldBack: heldBack, data: dataStart..<position, end: chunk.count, isFound: false)
    }

    /// How many bytes from `position` on are the needle's first.
    private func prefixLength(in chunk: Span<UInt8>, at position: Int) -> Int {
        var length = 0
        while length < needle.count, position + length < chunk.count,
            chunk[position + length] == needle[length]
        {
            length += 1
        }
        return length
    }
}

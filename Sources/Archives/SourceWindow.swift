/// A moving window over a byte source: many small reads cost one large one.
struct SourceWindow {
    /// How much one read of the source usually asks for.
    static let size = 64 * 1024

    let byteCount: Int
    private let source: any ByteSource
    private let limits: ArchiveLimits
    private let size: Int
    private var held: [UInt8] = []
    private var start = 0

    init(_ source: any ByteSource, limits: ArchiveLimits, size: Int = Self.size) {
        self.size = size
        self.source = source
        self.limits = limits
        byteCount = source.byteCount
    }

    /// Exactly `count` bytes from `offset` on; fewer left is a truncated archive.
    ///
    /// `count` must be bounded by the caller: it is held in memory.
    mutating func bytes(at offset: Int, count: Int) throws(ArchiveError) -> ArraySlice<UInt8> {
        guard offset >= 0, count >= 0, offset <= byteCount, count <= byteCount - offset else {
            throw .refused(
                .truncated, "\(count) more bytes are expected, but the file ends at \(byteCount)",
                at: offset)
        }
        if offset < start || offset - start > held.count - count {
            try moveTo(offset, atLeast: count)
        }
        let first = offset - start
        return held[first..<first + count]
    }

    /// Between 1 and `count` bytes from `offset` on, as many as are at hand; none only where the
    /// source ends.
    mutating func someBytes(at offset: Int, upTo count: Int) throws(ArchiveError) -> ArraySlice<
        UInt8
    > {
        let isHeld = offset >= start && offset - start < held.count
        let atHand = isHeld ? held.count - (offset - start) : size
        return try bytes(at: offset, count: min(atHand, count, byteCount - offset))
    }

    private mutating func moveTo(_ offset: Int, atLeast count: Int) throws(ArchiveError) {
        try limits.checkTime()
        let wanted = min(max(count, size), byteCount - offset)
        do {
            held = try source.read(at: offset, count: wanted)
        } catch {
            throw .source(error)
        }
        start = offset
        guard held.count >= count else {
            throw .refused(
                .truncated, "the file ended while it was being read", at: offset + held.count)
        }
    }
}

/// The content of one zip member, chunk by chunk.
public struct ZipMemberReader: ~Copyable {
    private let member: ZipMember
    private let limits: ArchiveLimits
    private var window: SourceWindow
    /// Where the next byte of compressed content lies.
    private var position: Int
    private let end: Int
    private var inflater: Inflater?
    private var output: [UInt8] = []
    private var produced = 0
    private var checksum = CRC32()
    /// Whether all of the compressed content was read.
    private var hasEnded = false
    /// Whether the end was reached and found to be as stated.
    private var isDone = false

    init(
        _ member: ZipMember, at header: ZipLocalHeader, window: SourceWindow, limits: ArchiveLimits
    ) throws(ArchiveError) {
        self.member = member
        self.limits = limits
        self.window = window
        position = header.dataOffset
        end = header.dataEnd
        switch member.method {
        case .stored:
            inflater = nil
        case .deflated:
            inflater = try Inflater(.none)
            output = Array(
                repeating: 0, count: min(SourceWindow.size, member.uncompressedSize + 1))
        }
    }

    /// The next chunk, of 1 byte to 64 KiB, or nil after the last.
    ///
    /// - Throws: ``ArchiveError`` also where the content ends with another size or checksum than
    ///   stated; then no
    ///   chunk that came before may be trusted.
    public mutating func next() throws(ArchiveError) -> ArraySlice<UInt8>? {
        guard !isDone else { return nil }
        try limits.checkTime()
        guard let chunk = try inflater == nil ? nextStored() : nextInflated() else {
            try checkEnd()
            isDone = true
            return nil
        }
        produced += chunk.count
        checksum.add(chunk)
        guard produced <= member.uncompressedSize else { throw wrongSize() }
        return chunk
    }

    private mutating func nextStored() throws(ArchiveError) -> ArraySlice<UInt8>? {
        guard position < end else { return nil }
        let chunk = try window.someBytes(
            at: position, upTo: min(SourceWindow.size, end - position))
        position += chunk.count
        return chunk
    }

    /// Inflates until there is something to hand out, or the compressed data has ended.
    private mutating func nextInflated() throws(ArchiveError) -> ArraySlice<UInt8>? {
        while !hasEnded {
            let input = try window.someBytes(at: position, upTo: end - position)
            guard let step = try inflater?.inflate(input, into: &output) else { return nil }
            position += step.consumed
            hasEnded = step.hasEnded
            guard step.consumed > 0 || step.produced > 0 || step.hasEnded else {
                throw .refused(
                    .damagedData, "the compressed data of \(quoted(member.path)) is cut off",
                    at: position)
            }
            if step.produced > 0 { return output[..<step.produced] }
        }
        return nil
    }

    private func checkEnd() throws(ArchiveError) {
        guard position == end, produced == member.uncompressedSize else { throw wrongSize() }
        guard checksum.value == member.crc32 else {
            throw .refused(
                .wrongChecksum, "the content of \(quoted(member.path)) does not match its CRC-32",
                at: member.headerOffset)
        }
    }

    private func wrongSize() -> ArchiveError {
        .refused(
            .wrongSize,
            "the content of \(quoted(member.path)) is not as long as its sizes say",
            at: member.headerOffset)
    }
}

/// The content of the member that a walk over a tar file stands at.
public struct TarContent: ~Copyable {
    var input: TarInput
    /// The bytes of the content that have not been read.
    public private(set) var remaining = 0
    /// The bytes between the end of the content and the next header.
    private var padding = 0

    init(_ input: consuming TarInput) {
        self.input = input
    }

    /// The next chunk, of 1 byte to 64 KiB, or nil at the end of the content.
    public mutating func next() throws(ArchiveError) -> ArraySlice<UInt8>? {
        guard remaining > 0 else { return nil }
        let chunk = try input.someBytes(upTo: remaining)
        guard !chunk.isEmpty else { throw input.truncated() }
        remaining -= chunk.count
        return chunk
    }

    /// What is left of the content, in one piece.
    ///
    /// More than `limit` bytes are refused rather than held in memory.
    public mutating func read(limit: Int) throws(ArchiveError) -> [UInt8] {
        guard remaining <= limit else {
            throw .refused(
                .memberTooLarge, "a member has \(remaining) bytes, and at most \(limit) are read",
                at: input.position)
        }
        var content: [UInt8] = []
        while let chunk = try next() { content += chunk }
        return content
    }

    /// Hands what is left of the content to `body` in chunks of at most 64 KiB.
    ///
    /// - Throws: An ``ArchiveError``, or what `body` throws.
    public mutating func stream(_ body: (ArraySlice<UInt8>) throws -> Void) throws {
        while let chunk = try next() { try body(chunk) }
    }

    /// Stands at the start of a content of `size` bytes.
    mutating func start(size: Int) {
        remaining = size
        padding = (TarHeader.size - size % TarHeader.size) % TarHeader.size
    }

    /// Stands at the next header.
    mutating func finish() throws(ArchiveError) {
        try input.skip(remaining)
        try input.skip(padding)
        (remaining, padding) = (0, 0)
    }
}

/// The bytes of a tar file from front to back, decompressed on the way.
struct TarInput: ~Copyable {
    /// How many bytes have been handed out.
    private(set) var position = 0
    private var window: SourceWindow
    private let limits: ArchiveLimits
    /// Where the next byte of the file lies.
    private var filePosition = 0
    private var inflater: Inflater?
    private var hasEnded = false
    private var output: [UInt8] = []
    /// The part of `output`, or of the file, that is not handed out yet.
    private var pending: ArraySlice<UInt8> = []
    private var total = 0

    init(_ source: any ByteSource, compression: TarCompression, limits: ArchiveLimits)
        throws(ArchiveError)
    {
        window = SourceWindow(source, limits: limits)
        self.limits = limits
        switch compression {
        case .none: inflater = nil
        case .gzip:
            let magic: [UInt8] = [0x1F, 0x8B]
            guard try window.bytes(at: 0, count: min(2, source.byteCount)) == magic[...] else {
                throw .refused(.notAnArchive, "the file is not compressed with gzip", at: 0)
            }
            inflater = try Inflater(.gzip)
            output = Array(repeating: 0, count: SourceWindow.size)
        }
    }

    /// Between 1 and `count` bytes; none only at the end.
    mutating func someBytes(upTo count: Int) throws(ArchiveError) -> ArraySlice<UInt8> {
        if pending.isEmpty { try refill() }
        let taken = pending.prefix(count)
        pending = pending.dropFirst(taken.count)
        position += taken.count
        return taken
    }

    /// Exactly `count` bytes, or none at the end.
    ///
    /// `count` must be bounded by the caller: the bytes are held in memory.
    mutating func bytes(_ count: Int) throws(ArchiveError) -> ArraySlice<UInt8> {
        let first = try someBytes(upTo: count)
        guard first.count < count, !first.isEmpty else { return first }
        var joined = Array(first)
        while joined.count < count {
            let more = try someBytes(upTo: count - joined.count)
            guard !more.isEmpty else { throw truncated() }
            joined += more
        }
        return joined[...]
    }

    mutating func skip(_ count: Int) throws(ArchiveError) {
        var left = count
        while left > 0 {
            let skipped = try someBytes(upTo: left)
            guard !skipped.isEmpty else { throw truncated() }
            left -= skipped.count
        }
    }

    func truncated() -> ArchiveError {
        .refused(.truncated, "the archive ends in the middle of a member", at: position)
    }

    private mutating func refill() throws(ArchiveError) {
        // The buffer is written to in place only while nothing else refers to it.
        pending = []
        if inflater == nil {
            pending = try window.someBytes(at: filePosition, upTo: SourceWindow.size)
            filePosition += pending.count
        } else {
            while pending.isEmpty, !hasEnded { try inflateSome() }
        }
        total += pending.count
        try limits.checkTime()
        try limits.checkTotal(total, fileSize: window.byteCount)
    }

    private mutating func inflateSome() throws(ArchiveError) {
        let input = try window.someBytes(at: filePosition, upTo: SourceWindow.size)
        guard let step = try inflater?.inflate(input, into: &output) else { return }
        filePosition += step.consumed
        pending = output[..<step.produced]
        if step.hasEnded {
            try finishGzipMember()
        } else if step.consumed == 0, step.produced == 0 {
            throw .refused(
                .truncated, "the compressed data is cut off: the file is not complete",
                at: position)
        }
    }

    /// Looks at what follows a gzip member, whose CRC and length zlib has checked.
    private mutating func finishGzipMember() throws(ArchiveError) {
        let following = try window.bytes(
            at: filePosition, count: min(2, window.byteCount - filePosition))
        let isSecondMember = following.elementsEqual([0x1F, 0x8B])
        guard following.isEmpty || limits.rules == .lenient else {
            throw .refused(
                .trailingData,
                isSecondMember
                    ? "the file holds two gzip streams, one after the other: compress it as one"
                    : "there is trailing data after the end of the compressed data")
        }
        if isSecondMember {
            inflater?.reset()
        } else {
            hasEnded = true
        }
    }
}

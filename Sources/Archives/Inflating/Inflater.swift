private import CZlib

/// A zlib decompression stream, fed and emptied in pieces.
///
/// This file is the only one of the room that touches C. zlib keeps a pointer back to its stream,
/// which therefore lives at a fixed address of its own until `deinit`.
@safe struct Inflater: ~Copyable {
    enum Wrapping: Int32 {
        /// Bare deflate data, as in a zip member (zlib's negative window bits).
        case none = -15
        /// One zlib stream: header, deflate data and checksum, all checked by zlib.
        case zlib = 15
        /// One gzip member: header, deflate data, CRC and length, all checked by zlib.
        case gzip = 31
    }

    /// What one call did.
    struct Step {
        var consumed: Int
        var produced: Int
        /// Whether the end of the compressed data was reached.
        var hasEnded: Bool
    }

    private let stream: UnsafeMutablePointer<z_stream>

    init(_ wrapping: Wrapping) throws(ArchiveError) {
        // SAFETY: the memory is initialised before zlib sees it and freed here or, once, in deinit.
        unsafe stream = .allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        guard unsafe cheeseboard_inflate_init(stream, wrapping.rawValue) == Z_OK else {
            unsafe stream.deallocate()
            throw .source(OutOfMemory())
        }
    }

    deinit {
        // SAFETY: the stream was set up by init, and nothing can use it after this.
        unsafe inflateEnd(stream)
        unsafe stream.deallocate()
    }

    /// Starts anew, for a further stream of the same wrapping.
    mutating func reset() {
        // SAFETY: the stream was set up by init.
        _ = unsafe inflateReset(stream)
    }

    /// Decompresses as much of `input` as there is room for in `output`, whose size stays as it is.
    mutating func inflate(_ input: ArraySlice<UInt8>, into output: inout [UInt8])
        throws(ArchiveError) -> Step
    {
        let room = UInt32(clamping: output.count)
        let given = UInt32(clamping: input.count)
        // SAFETY: zlib reads at most avail_in bytes and writes at most avail_out bytes, both within
        // the buffers, which stay in place for the length of the call; the pointers are not used
        // again after it.
        let status = unsafe input.withUnsafeBufferPointer { source in
            unsafe output.withUnsafeMutableBufferPointer { target in
                unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
                unsafe stream.pointee.avail_in = given
                unsafe stream.pointee.next_out = target.baseAddress
                unsafe stream.pointee.avail_out = room
                return unsafe CZlib.inflate(stream, Z_NO_FLUSH)
            }
        }
        let consumed = unsafe Int(given - stream.pointee.avail_in)
        let produced = unsafe Int(room - stream.pointee.avail_out)
        switch status {
        case Z_STREAM_END: return Step(consumed: consumed, produced: produced, hasEnded: true)
        case Z_OK, Z_BUF_ERROR: return Step(consumed: consumed, produced: produced, hasEnded: false)
        case Z_MEM_ERROR: throw .source(OutOfMemory())
        default: throw .refused(.damagedData, "the compressed data is damaged (\(complaint))")
        }
    }

    private var complaint: String {
        // SAFETY: zlib's messages are constants that end in a zero byte.
        guard let text = unsafe stream.pointee.msg else { return "no reason given" }
        return unsafe String(cString: text)
    }

    /// The memory for a stream could not be had.
    struct OutOfMemory: Error {}
}

/// The CRC-32 of a sequence of bytes, which may come in pieces.
struct CRC32 {
    private(set) var value: UInt32 = 0

    mutating func add(_ bytes: ArraySlice<UInt8>) {
        // SAFETY: zlib reads exactly the bytes of the buffer and keeps no pointer.
        value = unsafe bytes.withUnsafeBufferPointer { buffer in
            unsafe UInt32(
                truncatingIfNeeded: crc32_z(uLong(value), buffer.baseAddress, buffer.count))
        }
    }
}

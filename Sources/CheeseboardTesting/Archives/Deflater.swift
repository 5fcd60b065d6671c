private import CZlib

/// Compression for the archives that tests make.
package enum Deflater {
    /// What stands around the compressed data.
    package enum Wrapping: Int32 {
        /// Nothing, as in a zip member.
        case none = -15
        /// A gzip header without a time, and a trailer.
        case gzip = 31
        /// A zlib header and an Adler-32.
        case zlib = 15
    }

    /// The bytes, compressed in one go.
    package static func deflate(_ bytes: [UInt8], _ wrapping: Wrapping = .none, level: Int32 = 6)
        -> [UInt8]
    {
        var stream = unsafe z_stream()
        guard unsafe cheeseboard_deflate_init(&stream, level, wrapping.rawValue) == Z_OK else {
            preconditionFailure("zlib refuses level \(level)")
        }
        // SAFETY: the stream was set up above, and is freed once.
        defer { _ = unsafe deflateEnd(&stream) }
        let bound = unsafe Int(deflateBound(&stream, uLong(bytes.count)))
        var input = bytes
        // SAFETY: zlib reads and writes within the two buffers only, which stay in place meanwhile;
        // the bound is large enough for one call to do everything.
        return unsafe [UInt8](unsafeUninitializedCapacity: bound) { output, count in
            unsafe input.withUnsafeMutableBufferPointer { input in
                unsafe stream.next_in = input.baseAddress
                unsafe stream.avail_in = uInt(input.count)
                unsafe stream.next_out = output.baseAddress
                unsafe stream.avail_out = uInt(output.count)
                _ = unsafe CZlib.deflate(&stream, Z_FINISH)
            }
            unsafe count = output.count - Int(stream.avail_out)
        }
    }

    /// The CRC-32 that zip and gzip use.
    package static func crc32(_ bytes: [UInt8]) -> UInt32 {
        // SAFETY: zlib reads exactly the bytes of the buffer.
        unsafe bytes.withUnsafeBufferPointer { buffer in
            unsafe UInt32(truncatingIfNeeded: crc32_z(0, buffer.baseAddress, buffer.count))
        }
    }
}

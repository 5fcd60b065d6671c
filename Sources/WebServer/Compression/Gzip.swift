import CZlib

/// Compresses whole pages and parts of them; what is compressed here is compressed once a change,
/// not once a request.
package enum Gzip {
    /// The bytes in gzip's format, nil where zlib has no memory.
    package static func compress(_ bytes: [UInt8], level: Int32 = 6) -> [UInt8]? {
        deflate(bytes, level, windowBits: 15 + 16, flush: Z_FINISH)
    }

    /// Deflate data without a frame that ends on a whole byte, is not the last of its stream and
    /// refers to nothing before it (zlib's full flush); nil where zlib has no memory.
    static func fragment(_ bytes: [UInt8], level: Int32 = 6) -> [UInt8]? {
        deflate(bytes, level, windowBits: -15, flush: Z_FULL_FLUSH)
    }

    /// The CRC-32 of the bytes.
    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        // SAFETY: zlib only reads the buffer, as many bytes as it is told.
        UInt32(
            truncatingIfNeeded: unsafe bytes.withUnsafeBufferPointer {
                unsafe crc32_z(0, $0.baseAddress, $0.count)
            })
    }

    /// The CRC-32 of two runs of bytes, one behind the other, of which the second has this length.
    static func checksum(_ first: UInt32, _ second: UInt32, secondCount: Int) -> UInt32 {
        UInt32(truncatingIfNeeded: crc32_combine(UInt(first), UInt(second), secondCount))
    }

    private static func deflate(
        _ bytes: [UInt8], _ level: Int32, windowBits: Int32, flush: Int32
    ) -> [UInt8]? {
        // SAFETY: zeroes are what zlib expects of a stream that is not initialised yet.
        var stream = unsafe z_stream()
        // SAFETY: the stream is a local variable that zlib fills in; deflateEnd frees what it took.
        guard unsafe cheeseboard_deflate_init(&stream, level, windowBits) == Z_OK else {
            return nil
        }
        defer {
            // SAFETY: the stream was initialised above and is ended once.
            unsafe deflateEnd(&stream)
        }
        guard let inputCount = UInt32(exactly: bytes.count) else { return nil }
        // The bound is for a finished stream; a flush adds an empty block of a few bytes.
        // SAFETY: zlib only reads the input, as many bytes as it is told, during this scope.
        let capacity = unsafe Int(deflateBound(&stream, UInt(bytes.count))) + 32
        guard let outputCount = UInt32(exactly: capacity) else { return nil }
        var input = bytes
        var isDone = false
        let output = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { output, count in
            unsafe input.withUnsafeMutableBufferPointer { input in
                unsafe stream.next_in = input.baseAddress
                unsafe stream.avail_in = inputCount
                unsafe stream.next_out = output.baseAddress
                unsafe stream.avail_out = outputCount
                // SAFETY: both buffers outlive the call, and their sizes are given.
                let result = unsafe CZlib.deflate(&stream, flush)
                // A flush is complete where it leaves room behind it.
                isDone =
                    unsafe flush == Z_FINISH
                    ? result == Z_STREAM_END
                    : result == Z_OK && stream.avail_in == 0 && stream.avail_out > 0
                count = unsafe isDone ? capacity - Int(stream.avail_out) : 0
            }
        }
        return isDone ? output : nil
    }
}

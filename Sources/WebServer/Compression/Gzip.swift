import CZlib

/// Compresses whole pages; what is compressed here is compressed once a change, not once a request.
package enum Gzip {
    /// The bytes in gzip's format, nil where zlib has no memory.
    package static func compress(_ bytes: [UInt8], level: Int32 = 6) -> [UInt8]? {
        // SAFETY: zeroes are what zlib expects of a stream that is not initialised yet.
        var stream = unsafe z_stream()
        // SAFETY: the stream is a local variable that zlib fills in; deflateEnd frees what it took.
        guard unsafe cheeseboard_deflate_init(&stream, level, 15 + 16) == Z_OK else { return nil }
        defer {
            // SAFETY: the stream was initialised above and is ended once.
            unsafe deflateEnd(&stream)
        }
        guard let inputCount = UInt32(exactly: bytes.count) else { return nil }
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
                isDone = unsafe deflate(&stream, Z_FINISH) == Z_STREAM_END
                count = unsafe isDone ? capacity - Int(stream.avail_out) : 0
            }
        }
        return isDone ? output : nil
    }
}

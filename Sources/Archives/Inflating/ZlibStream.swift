/// Data in zlib's own wrapping (RFC 1950), such as what programs embed in themselves.
public enum ZlibStream {
    /// Decompresses a stream that is wholly in memory.
    ///
    /// - Parameters:
    ///   - bytes: The stream; what follows after its end is ignored.
    ///   - limit: The most bytes that may come out.
    /// - Returns: The decompressed bytes.
    /// - Throws: ``ArchiveError`` where the stream is damaged, cut off or larger than the limit.
    public static func inflate(_ bytes: [UInt8], limit: Int) throws(ArchiveError) -> [UInt8] {
        var inflater = try Inflater(.zlib)
        var output: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: chunkSize)
        var rest = bytes[...]
        while true {
            let step = try inflater.inflate(rest, into: &chunk)
            rest = rest.dropFirst(step.consumed)
            guard output.count + step.produced <= limit else {
                throw .refused(
                    .memberTooLarge, "the compressed data unpacks to more than \(limit) bytes")
            }
            output += chunk[..<step.produced]
            if step.hasEnded { return output }
            guard step.consumed > 0 || step.produced > 0 else {
                throw .refused(.damagedData, "the compressed data is cut off", at: bytes.count)
            }
        }
    }

    private static let chunkSize = 64 * 1024
}

package import Archives
import Crypto
import NativeInspection

/// Lets the native readers read whatever the archive readers can read.
package struct NativeBytes: NativeSource {
    private let source: any ByteSource

    /// The same bytes, for the native readers.
    package init(_ source: any ByteSource) {
        self.source = source
    }

    package var byteCount: Int { source.byteCount }

    package func read(at offset: Int, count: Int) throws -> [UInt8] {
        try source.read(at: offset, count: count)
    }
}

extension ByteSource {
    /// The SHA-256 of all bytes in hexadecimal.
    package func sha256() throws -> String {
        let step = 1 << 20
        var hash = SHA256()
        for offset in stride(from: 0, to: byteCount, by: step) {
            hash.update(data: try read(at: offset, count: min(step, byteCount - offset)))
        }
        return hash.finalize().hexadecimalText
    }
}

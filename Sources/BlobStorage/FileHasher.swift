import Crypto

/// Computes the three digests of a file in one pass over its bytes.
package struct FileHasher: Sendable {
    private var sha256 = SHA256()
    private var blake2b = BLAKE2b()
    private var md5 = Insecure.MD5()

    /// Starts with no bytes.
    package init() {}

    /// Takes the file's next bytes.
    package mutating func update(_ bytes: Span<UInt8>) {
        sha256.update(bytes)
        blake2b.update(bytes)
        md5.update(bytes)
    }

    /// The digests of everything taken so far.
    package func finalize() -> FileDigests {
        FileDigests(
            sha256: SHA256Digest(sha256.finalize()),
            blake2b: Hexadecimal.text(of: blake2b.finalize()),
            md5: Hexadecimal.text(of: md5.finalize()))
    }
}

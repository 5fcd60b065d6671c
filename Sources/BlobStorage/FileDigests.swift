/// The digests of one file that upload clients send and index pages show.
package struct FileDigests: Sendable, Equatable {
    /// The blob's address, and the digest that pip checks.
    package let sha256: SHA256Digest

    /// BLAKE2b with 32 bytes of output: 64 lower-case hexadecimal digits.
    package let blake2b: String

    /// MD5, which old clients still send: 32 lower-case hexadecimal digits.
    ///
    /// It proves nothing: anyone can make two files with the same one.
    package let md5: String

    /// Puts digests together that were computed elsewhere, as read from the database.
    package init(sha256: SHA256Digest, blake2b: String, md5: String) {
        self.sha256 = sha256
        self.blake2b = blake2b
        self.md5 = md5
    }
}

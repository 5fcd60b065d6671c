import PythonPackaging

/// The question that an authenticator answers: 32 random bytes, kept in base64url.
enum Challenge {
    /// The bytes of a kept question; none where it is broken, which no answer fits.
    static func bytes(_ text: String) -> [UInt8] { Base64URL.bytes(of: text.utf8) ?? [] }
}

package import HTTPTypes

extension HTTPField.Name {
    /// The field that carries a reason phrase below the codec, where it becomes part of the status
    /// line; it never reaches the wire.
    static let reasonPhrase = known("Cheeseboard-Reason-Phrase")
    /// PyPI's field for the newest serial of what is shown, which mirrors follow.
    package static let lastSerial = known("X-PyPI-Last-Serial")
    static let frameOptions = known("X-Frame-Options")
    static let openerPolicy = known("Cross-Origin-Opener-Policy")
    static let referrerPolicy = known("Referrer-Policy")
    static let fetchSite = known("Sec-Fetch-Site")
    static let nosniff = known("X-Content-Type-Options")
    static let requestID = known("X-Request-ID")

    /// A name that is known to be valid; the fallback is never reached and keeps this total.
    private static func known(_ name: String) -> HTTPField.Name {
        HTTPField.Name(name) ?? .server
    }
}

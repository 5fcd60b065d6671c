import Crypto
import Foundation
import PythonPackaging

/// What an authenticator app and the index share: a TOTP secret (RFC 6238: SHA-1, six digits, a
/// new code every 30 seconds).
package struct AuthenticatorSecret: Sendable, Hashable, CustomStringConvertible {
    /// The secret's bytes; 20 in those made here.
    package let bytes: [UInt8]

    /// A secret of 160 random bits.
    package init() {
        bytes = RandomBytes.make(20)
    }

    /// A secret that is known already.
    package init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// A secret of 160 bits as a page has shown it; nil for anything else.
    package init?(text: String) {
        guard let bytes = Base32.bytes(of: text), bytes.count == 20 else { return nil }
        self.bytes = bytes
    }

    /// The secret as people type it into an app.
    package var text: String { Base32.text(of: bytes) }

    /// The address that apps read from a picture, as in
    /// `otpauth://totp/index.example:alice?secret=…&issuer=index.example`.
    package func address(account: String, issuer: String) -> String {
        let (issuer, account) = (Self.escaped(issuer), Self.escaped(account))
        return "otpauth://totp/\(issuer):\(account)?secret=\(text)&issuer=\(issuer)"
            + "&algorithm=SHA1&digits=6&period=30"
    }

    /// The number of the 30 seconds that a moment is in, counted since 1970.
    package static func step(at moment: Timestamp) -> Int64 { moment.seconds / 30 }

    /// The six digits of one step (RFC 4226 §5.3).
    package func code(at step: Int64) -> String {
        let counter = (0..<8).reversed().map { UInt8(truncatingIfNeeded: step >> (8 * $0)) }
        let digest = Array(
            HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: bytes)))
        let offset = Int(digest[19] & 15)
        let number = digest[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        let digits = String((number & 0x7FFF_FFFF) % 1_000_000)
        return String(repeating: "0", count: 6 - digits.utf8.count) + digits
    }

    package var description: String { "(an authenticator's secret)" }

    private static func escaped(_ text: String) -> String {
        text.addingPercentEncoding(
            withAllowedCharacters: CharacterSet(
                charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~"))
            ?? ""
    }
}

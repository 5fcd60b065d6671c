import Crypto
import Foundation

/// A secret whose holder may do something by showing it: of a session, a device, a mailed link.
///
/// It holds 256 random bits, is stored as a digest only, and never shows in a text.
package struct BearerSecret: Sendable, Hashable, CustomStringConvertible {
    /// The secret as its holder has it: 43 characters of base64url.
    package let text: String

    /// A fresh secret.
    package init() {
        text = Data(RandomBytes.make(32)).base64URL
    }

    /// A secret that somebody shows; nil for what cannot be one.
    package init?(_ text: String) {
        guard text.utf8.count == 43,
            text.utf8.allSatisfy({ byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
                    || (0x61...0x7A).contains(byte) || byte == 0x2D || byte == 0x5F
            })
        else { return nil }
        self.text = text
    }

    /// What is stored of it: its SHA-256 in lower-case hex.
    ///
    /// A secret of 256 bits needs no salt.
    package var digest: String {
        SHA256.hash(data: Data(text.utf8)).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }

    /// A value that only holders of the secret can name, for one purpose; 43 characters.
    package func derived(for purpose: String) -> String {
        let code = HMAC<SHA256>.authenticationCode(
            for: Data(purpose.utf8), using: SymmetricKey(data: Data(text.utf8)))
        return Data(code).base64URL
    }

    package var description: String { "(a secret)" }
}

extension Data {
    /// The bytes in base64url without padding (RFC 4648 section 5).
    package var base64URL: String {
        base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
            .replacing("=", with: "")
    }
}

import Crypto
import Foundation

/// The one-time right to make the first administrator, printed where the server was started.
package struct SetupLink: Sendable, CustomStringConvertible {
    /// The secret part of the address: 32 random hexadecimal digits.
    package let secret: String
    private let key = SymmetricKey(size: .bits256)

    /// A link with a fresh secret.
    package init() {
        secret = RandomBytes.hexadecimal(16)
    }

    /// Whether the secret is this link's, compared in constant time.
    package func isValid(_ given: String) -> Bool {
        let code = Data(
            HMAC<SHA256>.authenticationCode(for: Data(secret.utf8), using: key))
        return HMAC<SHA256>.isValidAuthenticationCode(
            code, authenticating: Data(given.utf8), using: key)
    }

    package var description: String { "(a setup link)" }
}

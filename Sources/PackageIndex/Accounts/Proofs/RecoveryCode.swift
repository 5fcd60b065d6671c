import Crypto

/// A code that opens an account once where every other second factor is lost: 16 hexadecimal
/// digits, of which only a digest is kept.
package struct RecoveryCode: Sendable, Hashable, CustomStringConvertible {
    /// How many a person gets at once.
    package static let countInSet = 8

    /// The digits, in lower case: a secret.
    package let text: String

    /// A code of 64 random bits.
    package init() {
        text = RandomBytes.hexadecimal(8)
    }

    /// Reads what someone typed; white space, hyphens and case do not count.
    ///
    /// Nil where it cannot be a code.
    package init?(typed: String) {
        let digits = typed.lowercased().filter { !$0.isWhitespace && $0 != "-" }
        guard digits.utf8.count == 16, digits.allSatisfy({ $0.isASCII && $0.isHexDigit }) else {
            return nil
        }
        text = digits
    }

    /// What is kept of it: 64 random bits need no slow hash, and binding them to the account keeps
    /// one guess from being tried on all.
    func digest(of userUID: String) -> String {
        SHA256.hash(data: Array("recovery code\0\(userUID)\0\(text)".utf8))
            .map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    package var description: String { "(a recovery code)" }
}

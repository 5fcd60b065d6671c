import Crypto
import CryptoExtras
import Foundation

/// A password as it is stored: scrypt's parameters, a salt and a code under the derived key; never
/// the password.
package struct PasswordHash: Sendable, Hashable {
    /// The stored form: `scrypt$<log2 N>$<r>$<p>$<salt>$<code>`, the last two in base64.
    let stored: String

    private static let blockSize = 8
    private static let parallelism = 1
    /// What the derived key authenticates: comparing codes keeps the key itself out of reach and
    /// the comparison constant in time.
    private static let authenticated = Data("cheeseboard password".utf8)

    /// A hash in its stored form; one that is broken matches nothing.
    package init(stored: String) {
        self.stored = stored
    }

    /// Derives a new hash with a fresh salt; with 16 rounds, as a power of two, it takes about a tenth
    /// of a second and 64 MiB.
    init(password: String, logRounds: Int) throws {
        let salt = Data(RandomBytes.make(16))
        let key = try Self.derive(
            password, salt: salt, logRounds: logRounds, blockSize: Self.blockSize,
            parallelism: Self.parallelism)
        let code = Data(HMAC<SHA256>.authenticationCode(for: Self.authenticated, using: key))
        stored =
            "scrypt$\(logRounds)$\(Self.blockSize)$\(Self.parallelism)"
            + "$\(salt.base64EncodedString())$\(code.base64EncodedString())"
    }

    /// Whether the password is the one that was hashed; false also where the stored form is broken.
    func matches(_ password: String) -> Bool {
        let parts = stored.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0] == "scrypt",
            let logRounds = Int(parts[1]), (10...20).contains(logRounds),
            let blockSize = Int(parts[2]), (1...32).contains(blockSize),
            let parallelism = Int(parts[3]), (1...8).contains(parallelism),
            let salt = Data(base64Encoded: String(parts[4])),
            let code = Data(base64Encoded: String(parts[5])),
            let key = try? Self.derive(
                password, salt: salt, logRounds: logRounds, blockSize: blockSize,
                parallelism: parallelism)
        else { return false }
        return HMAC<SHA256>.isValidAuthenticationCode(
            code, authenticating: Self.authenticated, using: key)
    }

    private static func derive(
        _ password: String, salt: Data, logRounds: Int, blockSize: Int, parallelism: Int
    ) throws -> SymmetricKey {
        try KDF.Scrypt.deriveKey(
            from: Data(password.utf8), salt: salt, outputByteCount: 32,
            rounds: 1 << logRounds, blockSize: blockSize, parallelism: parallelism)
    }
}

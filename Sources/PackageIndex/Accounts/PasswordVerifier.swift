import Crypto
import Foundation
import Synchronization

/// Checks passwords, paying for scrypt once for each password and hash.
///
/// Verdicts are kept under a keyed digest of the hash and the password, with a key that lives as
/// long as the process: a changed password or another user never meets an old verdict, and a dump
/// of memory shows no password.
final class PasswordVerifier: Sendable {
    private let key = SymmetricKey(size: .bits256)
    private let verdicts = Mutex(BoundedCache<Data, Bool>(capacity: 10_000))
    private let threads = BlockingPool(width: 2)

    /// Whether the password belongs to the hash.
    ///
    /// Without a hash the same work is done for nothing, so that an answer's time does not tell
    /// which users exist.
    func isValid(_ password: String, for hash: PasswordHash?) async throws -> Bool {
        let hash = hash ?? Self.nobody
        let fingerprint = fingerprint(of: password, hash)
        if let verdict = verdicts.withLock({ $0.value(for: fingerprint) }) { return verdict }
        let verdict = try await threads.run { hash.matches(password) }
        verdicts.withLock { $0.keep(verdict, for: fingerprint) }
        return verdict
    }

    private static let nobody = PasswordHash(
        stored: "scrypt$16$8$1$AAAAAAAAAAAAAAAAAAAAAA==$AAAA")

    private func fingerprint(of password: String, _ hash: PasswordHash) -> Data {
        var code = HMAC<SHA256>(key: key)
        code.update(data: Data(hash.stored.utf8))
        code.update(data: Data([0]))
        code.update(data: Data(password.utf8))
        return Data(code.finalize())
    }
}

import Crypto
import Foundation
import Synchronization

/// Checks passwords, paying for scrypt once for each password and hash.
///
/// Verdicts are kept under a keyed digest of the user, the hash and the password, with a key that
/// lives as long as the process: a changed password or another user never meets an old verdict, and
/// a dump of memory shows no password. Good and bad verdicts are kept apart, so that a flood of wrong
/// passwords makes nobody pay again.
package final class PasswordVerifier: Sendable {
    private let key = SymmetricKey(size: .bits256)
    private let right: Mutex<BoundedCache<Data, Void>>
    private let wrong: Mutex<BoundedCache<Data, Void>>
    private let threads: BlockingPool
    /// The hash of nobody's password, as much work as everybody's.
    private let nobody: PasswordHash

    /// A verifier that keeps so many verdicts of each kind and computes on these threads.
    ///
    /// A check takes about a tenth of a second, so that the last of 128 waits for some seconds: less
    /// than clients are patient for.
    package init(
        kept: Int = 10_000, threads: BlockingPool = BlockingPool(width: 2, places: 128),
        work: Int = IndexSettings().passwordWork
    ) {
        right = Mutex(BoundedCache(capacity: kept))
        wrong = Mutex(BoundedCache(capacity: kept))
        self.threads = threads
        nobody = PasswordHash(stored: "scrypt$\(work)$8$1$AAAAAAAAAAAAAAAAAAAAAA==$AAAA")
    }

    /// Whether the password belongs to the user's hash.
    ///
    /// Without a hash the same work is done for nothing, once for each name, so that an answer's time
    /// does not tell which users exist. Refused where too many passwords wait for their check.
    package func isValid(
        _ password: String, of user: String, for hash: PasswordHash?
    ) async throws -> Bool {
        let hash = hash ?? nobody
        let fingerprint = fingerprint(of: password, user, hash)
        if let verdict = verdict(for: fingerprint) { return verdict }
        do {
            return try await threads.run { [self] in
                // Another request may have asked the same while this one waited.
                if let verdict = verdict(for: fingerprint) { return verdict }
                let isRight = hash.matches(password)
                if isRight {
                    right.withLock { $0.keep((), for: fingerprint) }
                } else {
                    wrong.withLock { $0.keep((), for: fingerprint) }
                }
                return isRight
            }
        } catch is QueueFull {
            throw Refusal(.tooManySignIns, "Too many passwords wait for their check just now.")
        }
    }

    private func verdict(for fingerprint: Data) -> Bool? {
        if right.withLock({ $0.value(for: fingerprint) }) != nil { return true }
        return wrong.withLock({ $0.value(for: fingerprint) }) != nil ? false : nil
    }

    private func fingerprint(
        of password: String, _ user: String, _ hash: PasswordHash
    ) -> Data {
        var code = HMAC<SHA256>(key: key)
        // The user's name is the only one of the three that could hold a NUL of its own.
        for part in [hash.stored, password, user] {
            code.update(data: Data(part.utf8))
            code.update(data: Data([0]))
        }
        return Data(code.finalize())
    }
}

import Crypto
import Foundation
import Synchronization

/// The passwords that are judged just now, by who shows them: tries that no count knows yet, since
/// only wrong ones are counted.
///
/// The same password shown many times at once, as installers do, is one guess.
final class GuessesUnderWay: Sendable {
    /// A guess that has begun.
    struct Guess: Sendable {
        fileprivate let digest: Data
        fileprivate let callers: [String]
        /// How many other guesses each caller had under way.
        let others: [Int]
    }

    private let key = SymmetricKey(size: .bits256)
    /// By caller, how often each guess is under way.
    private let guesses = Mutex<[String: [Data: Int]]>([:])

    /// Notes a guess of a name's password by each of these callers.
    func begin(_ password: String, of name: String, by callers: [String]) -> Guess {
        let code = HMAC<SHA256>.authenticationCode(
            for: Data("\(name)\u{0}\(password)".utf8), using: key)
        let digest = Data(code)
        let others = guesses.withLock { guesses in
            callers.map { caller in
                guesses[caller, default: [:]][digest, default: 0] += 1
                return (guesses[caller]?.count ?? 1) - 1
            }
        }
        return Guess(digest: digest, callers: callers, others: others)
    }

    /// Forgets a guess that was judged, and counted where it was wrong.
    func end(_ guess: Guess) {
        guesses.withLock { guesses in
            for caller in guess.callers {
                let left = (guesses[caller]?[guess.digest] ?? 1) - 1
                guesses[caller]?[guess.digest] = left > 0 ? left : nil
                if guesses[caller]?.isEmpty ?? false { guesses[caller] = nil }
            }
        }
    }
}

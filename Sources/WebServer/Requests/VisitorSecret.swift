import PackageIndex
import Synchronization

/// The secret of a browser in which nobody is signed in: what it has, or a new one.
///
/// A new one is made when it is asked for: most requests have no forms, and randomness costs more than
/// their answer.
final class VisitorSecret: Sendable {
    private let secret: Mutex<BearerSecret?>

    init(_ known: BearerSecret? = nil) {
        secret = Mutex(known)
    }

    /// The same one each time.
    var value: BearerSecret {
        secret.withLock { secret in
            if let secret { return secret }
            let new = BearerSecret()
            secret = new
            return new
        }
    }
}

import Synchronization

/// How many of an audit's targets have been looked at, on a bar that a person sees.
final class AuditProgress: Sendable {
    private let total: Int
    private let bar = ProgressBar()
    private let done = Mutex(0)

    init(total: Int) {
        self.total = total
    }

    func advance(past name: String) {
        let count = done.withLock { done in
            done += 1
            return done
        }
        bar.show(count, of: total, name)
    }

    func clear() {
        bar.clear()
    }
}

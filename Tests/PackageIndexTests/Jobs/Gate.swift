import Dispatch
import Synchronization

/// Stops whoever comes, thread and all, until it is opened for good.
final class Gate: Sendable {
    private let closing = DispatchGroup()
    private let inside = Mutex((now: 0, most: 0))

    /// A closed gate.
    init() {
        closing.enter()
    }

    /// How many were inside at once at most.
    var most: Int { inside.withLock(\.most) }

    func open() { closing.leave() }

    func pass() {
        inside.withLock {
            $0.now += 1
            $0.most = max($0.most, $0.now)
        }
        closing.wait()
        inside.withLock { $0.now -= 1 }
    }
}

import Dispatch

/// Threads for work that blocks or computes for long, so that Swift's own few are never held up.
///
/// At most as many pieces run at once as there are permits; the rest wait in order.
final class BlockingPool: Sendable {
    private let queue: DispatchQueue
    private let permits: Permits

    init(width: Int = 8) {
        queue = DispatchQueue(label: "cheeseboard.blocking", attributes: .concurrent)
        permits = Permits(width)
    }

    /// Runs a closure on a thread of the pool and hands back what it returns or throws.
    func run<T: Sendable>(_ body: @escaping @Sendable () throws -> T) async throws -> T {
        await permits.take()
        defer { permits.give() }
        return try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result { try body() }) }
        }
    }
}

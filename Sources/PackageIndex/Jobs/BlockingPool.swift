import Dispatch

/// Threads for work that blocks or computes for long, so that Swift's own few are never held up.
///
/// At most as many pieces run at once as the pool is wide; the rest wait in order.
package final class BlockingPool: Sendable {
    private let queue: DispatchQueue
    private let permits: Permits

    /// A pool that runs `width` pieces at once and lets so many more wait.
    package init(width: Int, places: Int = .max) {
        queue = DispatchQueue(label: "cheeseboard.blocking", attributes: .concurrent)
        permits = Permits(width, places: places)
    }

    /// Runs a closure on a thread of the pool and hands back what it returns or throws.
    ///
    /// Cancelling the task gives up what waits; what has begun runs to its end.
    ///
    /// - Throws: What the closure throws, `QueueFull`, or `CancellationError`.
    package func run<T: Sendable>(_ body: @escaping @Sendable () throws -> T) async throws -> T {
        try await permits.take()
        defer { permits.give() }
        return try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result { try body() }) }
        }
    }
}

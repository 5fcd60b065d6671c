import Dispatch

/// A thread for what waits for other machines, so that Swift's own few are never held up.
///
/// One piece of work at a time, in the order of asking.
struct OutboundThread: Sendable {
    private let queue: DispatchQueue

    init(_ name: String) {
        queue = DispatchQueue(label: "outbound.\(name)")
    }

    func run<T: Sendable>(_ body: @escaping @Sendable () throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result { try body() }) }
        }
    }
}

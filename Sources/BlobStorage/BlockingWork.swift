import Dispatch

/// Runs system calls that may wait for a disk away from the threads that run tasks.
///
/// Swift's cooperative pool has one thread for each core: a task that sits in `fsync` on one of
/// them would stop other requests.
struct BlockingWork: Sendable {
    private let queue = DispatchQueue(label: "blob-storage", attributes: .concurrent)

    func run<Result: Sendable>(
        _ work: @escaping @Sendable () throws -> Result
    ) async throws -> Result {
        try await withCheckedThrowingContinuation { continuation in
            queue.async {
                continuation.resume(with: Swift.Result { try work() })
            }
        }
    }
}

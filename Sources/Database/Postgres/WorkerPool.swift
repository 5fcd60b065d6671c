import Synchronization

/// Hands out workers to one piece of work each, in the order of asking.
package final class WorkerPool<Worker: Sendable>: Sendable {
    private struct Waiter {
        let number: UInt64
        let continuation: CheckedContinuation<Worker, any Error>
    }

    private struct State {
        var idle: [Worker]
        var leased = 0
        var isClosed = false
        /// Who waits, the first one first; nobody while a worker is idle.
        var waiting: [Waiter] = []
        var lastNumber: UInt64 = 0
        var closers: [CheckedContinuation<Void, Never>] = []
    }

    private let workers: [Worker]
    private let state: Mutex<State>

    /// A pool of workers that are all idle.
    package init(_ workers: [Worker]) {
        self.workers = workers
        state = Mutex(State(idle: workers))
    }

    private static var closed: DatabaseError {
        DatabaseError(.unavailable, "the database is closed")
    }

    /// Runs a closure with a worker of its own.
    ///
    /// - Throws: `CancellationError` where the task is cancelled before its turn, `DatabaseError` of
    ///   kind `unavailable` where the pool is closed before it, or what the closure throws.
    package func withWorker<T: Sendable>(
        _ body: @Sendable (Worker) async throws -> T
    ) async throws -> T {
        let worker = try await lease()
        defer { giveBack(worker) }
        return try await body(worker)
    }

    private func lease() async throws -> Worker {
        // The number only tells the waiters apart. Who finds no idle worker takes its place in the
        // queue before the lock is let go, so that a worker given back meanwhile cannot pass it by.
        let number = state.withLock { state in
            state.lastNumber &+= 1
            return state.lastNumber
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let answer: Result<Worker, any Error>? = state.withLock { state in
                    if Task.isCancelled { return .failure(CancellationError()) }
                    if state.isClosed { return .failure(Self.closed) }
                    if let worker = state.idle.popLast() {
                        state.leased += 1
                        return .success(worker)
                    }
                    state.waiting.append(Waiter(number: number, continuation: continuation))
                    return nil
                }
                if let answer { continuation.resume(with: answer) }
            }
        } onCancel: {
            let waiter = state.withLock { state in
                state.waiting.firstIndex { $0.number == number }.map {
                    state.waiting.remove(at: $0)
                }
            }
            waiter?.continuation.resume(throwing: CancellationError())
        }
    }

    private func giveBack(_ worker: Worker) {
        let (waiter, closers): (Waiter?, [CheckedContinuation<Void, Never>]) = state.withLock {
            state in
            if !state.waiting.isEmpty { return (state.waiting.removeFirst(), []) }
            state.leased -= 1
            state.idle.append(worker)
            guard state.isClosed, state.leased == 0 else { return (nil, []) }
            defer { state.closers = [] }
            return (nil, state.closers)
        }
        waiter?.continuation.resume(returning: worker)
        for closer in closers { closer.resume() }
    }

    /// Refuses new and waiting work, waits for that under way and then ends each worker.
    package func close(_ end: (Worker) async -> Void) async {
        let refused = state.withLock { state in
            state.isClosed = true
            defer { state.waiting = [] }
            return state.waiting
        }
        for waiter in refused { waiter.continuation.resume(throwing: Self.closed) }
        await withCheckedContinuation { closer in
            let isIdle = state.withLock { state in
                if state.leased > 0 { state.closers.append(closer) }
                return state.leased == 0
            }
            if isIdle { closer.resume() }
        }
        for worker in workers { await end(worker) }
    }
}

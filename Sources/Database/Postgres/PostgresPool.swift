import Synchronization

/// Hands out workers to one transaction each, in the order of asking.
final class PostgresPool: Sendable {
    private typealias Waiter = CheckedContinuation<PostgresWorker, any Error>

    private struct State {
        var idle: [PostgresWorker]
        var leased = 0
        var isClosed = false
        /// Who waits, by ticket; tickets are served in order and those of cancelled tasks are
        /// missing.
        var waiting: [UInt64: Waiter] = [:]
        var firstTicket: UInt64 = 0
        var nextTicket: UInt64 = 0
        var closers: [CheckedContinuation<Void, Never>] = []

        mutating func takeTicket() -> UInt64 {
            defer { nextTicket &+= 1 }
            return nextTicket
        }

        mutating func nextWaiter() -> Waiter? {
            while firstTicket != nextTicket {
                defer { firstTicket &+= 1 }
                if let waiter = waiting.removeValue(forKey: firstTicket) { return waiter }
            }
            return nil
        }
    }

    private let workers: [PostgresWorker]
    private let state: Mutex<State>

    init(_ workers: [PostgresWorker]) {
        self.workers = workers
        state = Mutex(State(idle: workers))
    }

    private static var closed: DatabaseError {
        DatabaseError(.unavailable, "the database is closed")
    }

    /// Runs a closure with a worker of its own.
    func withWorker<T: Sendable>(
        _ body: @Sendable (PostgresWorker) async throws -> T
    ) async throws -> T {
        let worker = try await lease()
        defer { giveBack(worker) }
        return try await body(worker)
    }

    private func lease() async throws -> PostgresWorker {
        let ticket = state.withLock { $0.takeTicket() }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { waiter in
                let answer: Result<PostgresWorker, any Error>? = state.withLock { state in
                    if Task.isCancelled { return .failure(CancellationError()) }
                    if state.isClosed { return .failure(Self.closed) }
                    if let worker = state.idle.popLast() {
                        state.leased += 1
                        return .success(worker)
                    }
                    state.waiting[ticket] = waiter
                    return nil
                }
                if let answer { waiter.resume(with: answer) }
            }
        } onCancel: {
            state.withLock { $0.waiting.removeValue(forKey: ticket) }?
                .resume(throwing: CancellationError())
        }
    }

    private func giveBack(_ worker: PostgresWorker) {
        let (waiter, closers): (Waiter?, [CheckedContinuation<Void, Never>]) = state.withLock {
            state in
            if let waiter = state.nextWaiter() { return (waiter, []) }
            state.leased -= 1
            state.idle.append(worker)
            guard state.isClosed, state.leased == 0 else { return (nil, []) }
            defer { state.closers = [] }
            return (nil, state.closers)
        }
        waiter?.resume(returning: worker)
        for closer in closers { closer.resume() }
    }

    /// Refuses new and waiting transactions, waits for those under way and closes all connections.
    func close() async {
        let refused = state.withLock { state in
            state.isClosed = true
            defer { state.waiting = [:] }
            return Array(state.waiting.values)
        }
        for waiter in refused { waiter.resume(throwing: Self.closed) }
        await withCheckedContinuation { closer in
            let isIdle = state.withLock { state in
                if state.leased > 0 { state.closers.append(closer) }
                return state.leased == 0
            }
            if isIdle { closer.resume() }
        }
        for worker in workers { await worker.disconnect() }
    }
}

import Synchronization

/// A counted right to go on, handed out in the order of asking.
final class Permits: Sendable {
    private struct Waiter {
        let number: UInt64
        let continuation: CheckedContinuation<Void, any Error>
    }

    private struct State {
        var free: Int
        var waiting: [Waiter] = []
        var lastNumber: UInt64 = 0
    }

    private let places: Int
    private let state: Mutex<State>

    /// So many permits, and so many places to wait for one.
    init(_ count: Int, places: Int = .max) {
        self.places = places
        state = Mutex(State(free: count))
    }

    /// Waits for a permit.
    ///
    /// - Throws: `QueueFull` where all places are taken, `CancellationError` where the task is
    ///   cancelled before its turn.
    func take() async throws {
        let number = state.withLock { state in
            state.lastNumber &+= 1
            return state.lastNumber
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let answer: Result<Void, any Error>? = state.withLock { state in
                    if Task.isCancelled { return .failure(CancellationError()) }
                    if state.free > 0 {
                        state.free -= 1
                        return .success(())
                    }
                    guard state.waiting.count < places else { return .failure(QueueFull()) }
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

    func give() {
        let next: Waiter? = state.withLock { state in
            guard !state.waiting.isEmpty else {
                state.free += 1
                return nil
            }
            return state.waiting.removeFirst()
        }
        next?.continuation.resume()
    }
}

/// As many wait already as may.
package struct QueueFull: Error {}

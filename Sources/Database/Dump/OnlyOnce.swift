import Synchronization

/// Stops a transaction that the driver runs again after it has written or read a stream, which
/// cannot be wound back.
final class OnlyOnce: Sendable {
    private let runs = Atomic(0)
    private let stream = Atomic(-1)

    /// Notes that a run of the transaction begins.
    func enter() {
        runs.add(1, ordering: .relaxed)
    }

    /// Notes that the stream is used; fails in any run but the first that did.
    func begin() throws {
        let run = runs.load(ordering: .relaxed)
        let (exchanged, original) = stream.compareExchange(
            expected: -1, desired: run, ordering: .relaxed)
        guard exchanged || original == run else {
            throw DatabaseError(
                .busy, "another transaction stood in the way of copying the database; start again")
        }
    }
}

import Synchronization

/// The figures of the index, computed once for each state of it, by one caller at a time.
final class NativeStatisticsCache: Sendable {
    /// A state of the index as far as the figures go; both numbers only grow.
    struct State: Sendable {
        /// The journal's serial.
        let serial: Int64
        /// The revision of the traits of files.
        let revision: Int64

        func isAsNew(as other: State) -> Bool {
            serial >= other.serial && revision >= other.revision
        }
    }

    private let kept = Mutex<(state: State, figures: NativeStatistics)?>(nil)
    private let turn = Permits(1)

    /// The kept figures, or those that `compute` makes where they are of an older state.
    func figures(
        of state: State, compute: () async throws -> (State, NativeStatistics)
    ) async throws -> NativeStatistics {
        if let figures = figures(for: state) { return figures }
        try await turn.take()
        defer { turn.give() }
        // Whoever had the turn before has done it for those who waited.
        if let figures = figures(for: state) { return figures }
        let made = try await compute()
        kept.withLock { $0 = made }
        return made.1
    }

    private func figures(for state: State) -> NativeStatistics? {
        kept.withLock { kept in
            kept.flatMap { $0.state.isAsNew(as: state) ? $0.figures : nil }
        }
    }
}

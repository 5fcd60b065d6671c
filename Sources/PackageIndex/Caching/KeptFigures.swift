import Synchronization

/// Figures of the whole index, computed once for each state of it, by one caller at a time.
final class KeptFigures<State: Sendable, Figures: Sendable>: Sendable {
    private let kept = Mutex<(state: State, figures: Figures)?>(nil)
    private let turn = Permits(1)

    /// The kept figures where their state is good enough, or those that `compute` makes.
    func figures(
        ofStateThat isGood: (State) -> Bool, compute: () async throws -> (State, Figures)
    ) async throws -> Figures {
        if let figures = figures(isGood) { return figures }
        try await turn.take()
        defer { turn.give() }
        // Whoever had the turn before has done it for those who waited.
        if let figures = figures(isGood) { return figures }
        let made = try await compute()
        kept.withLock { $0 = made }
        return made.1
    }

    private func figures(_ isGood: (State) -> Bool) -> Figures? {
        kept.withLock { kept in
            kept.flatMap { isGood($0.state) ? $0.figures : nil }
        }
    }
}

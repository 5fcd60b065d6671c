import Logging

/// Tells others that the index has changed, or that a job found something out, also when it was
/// another process that did.
package struct JournalFollower: Sendable {
    /// So many changes at once are not told one by one.
    private static let tooMany = 1_000

    private let index: Index
    private let pause: Duration

    /// A follower that looks after each pause.
    package init(_ index: Index, pause: Duration = .milliseconds(250)) {
        self.index = index
        self.pause = pause
    }

    /// Hands over the changes after a position as they come, until cancelled.
    package func run(
        from position: ChangePosition, _ tell: @Sendable (FollowedChanges) -> Void
    ) async {
        var position = position
        while !Task.isCancelled {
            do {
                if let changes = try await changes(after: position) {
                    position = changes.position
                    tell(changes)
                    continue
                }
            } catch {
                index.logger.debug("the journal cannot be read just now: \(error)")
            }
            try? await Task.sleep(for: pause)
        }
    }

    private func changes(after position: ChangePosition) async throws -> FollowedChanges? {
        let entries = try await index.journal(after: position.serial, limit: Self.tooMany)
        let outcomes = try await index.pageChanges(after: position.outcome, limit: Self.tooMany)
        guard !entries.isEmpty || !outcomes.isEmpty else { return nil }
        // Old marks are removed: whoever was away for a day has missed some.
        let isWhole = outcomes.first.map { $0.serial == position.outcome + 1 } ?? true
        var projects: Set<String>?
        if isWhole, entries.count < Self.tooMany, outcomes.count < Self.tooMany {
            projects = try await entries.isEmpty ? [] : index.projectsTouched(by: entries)
            projects?.formUnion(outcomes.map(\.project))
        }
        return FollowedChanges(
            projects: projects, touchesLists: projects == nil || !entries.isEmpty,
            position: ChangePosition(
                serial: entries.last?.serial ?? position.serial,
                outcome: outcomes.last?.serial ?? position.outcome))
    }
}

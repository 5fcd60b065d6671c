import Database

/// Where a follower stands.
package struct ChangePosition: Sendable, Equatable {
    /// The serial of the last change that it knows.
    package let serial: Int64
    /// The number of the last outcome of a job that it knows.
    package let outcome: Int64

    /// A place in the journal, and among the outcomes of jobs.
    package init(serial: Int64, outcome: Int64) {
        self.serial = serial
        self.outcome = outcome
    }
}

/// What a follower tells at once.
package struct FollowedChanges: Sendable {
    /// The projects whose pages tell of it; nil for all.
    package let projects: Set<String>?
    /// Whether lists of projects tell of it, too: not where jobs only found something out.
    package let touchesLists: Bool
    /// Up to where everything has been told.
    package let position: ChangePosition
}

extension Index {
    /// Where a follower begins who knows everything up to now.
    package func changePosition() async throws -> ChangePosition {
        try await database.read { connection in
            let counter = try connection.row("SELECT serial FROM page_counter WHERE id = 1")
            return ChangePosition(
                serial: try Self.lastSerial(connection), outcome: try counter?.get("serial") ?? 0)
        }
    }
}

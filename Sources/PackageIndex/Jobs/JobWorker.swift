import Database
import Logging
import Outbound

/// Does jobs as they come due, until it is told to stop.
package struct JobWorker: Sendable {
    private let index: Index
    private let lanes: Set<Job.Lane>
    private let pause: Duration

    /// A worker that looks for work of some lanes after each pause.
    package init(
        _ index: Index, lanes: Set<Job.Lane> = Set(Job.Lane.allCases),
        pause: Duration = .milliseconds(500)
    ) {
        self.index = index
        self.lanes = lanes
        self.pause = pause
    }

    /// Works until told to stop, which it heeds between two jobs; a database that is away is waited
    /// for.
    package func run(until isStopping: @Sendable () -> Bool) async {
        var nextLook = Timestamp(microseconds: .min)
        while !isStopping(), !Task.isCancelled {
            do {
                if lanes.contains(.descriptions), nextLook <= index.clock.now() {
                    // Should the look fail, the jobs go on and it is tried again.
                    nextLook = index.clock.now() + .seconds(60)
                    let wait = try await lookForOutdatedDescriptions()
                    // From its end: waiting for a renderer may have taken as long.
                    nextLook = index.clock.now() + wait
                }
                if lanes.contains(Job.Kind.collectGarbage.lane) {
                    try await index.scheduleHousekeeping()
                }
                try await index.runDueJobs(in: lanes, until: isStopping)
            } catch {
                index.logger.error("jobs wait: \(error)")
            }
            try? await Task.sleep(for: pause)
        }
    }

    /// Puts up what is to be rendered anew, and tells when to look again.
    ///
    /// Where the renderer cannot be asked, the jobs go on all the same, and note for themselves what
    /// they need it for.
    private func lookForOutdatedDescriptions() async throws -> Duration {
        do {
            let count = try await index.renderOutdatedDescriptions()
            // The next ones when these are done; otherwise another renderer may come.
            return .seconds(count == Index.descriptionsAtOnce ? 1 : 600)
        } catch let reason as RendererNotStarted {
            index.logger.warning("\(reason)")
            return .seconds(60)
        }
    }
}

extension Index {
    /// Sees to it that garbage is collected and verified addresses are looked at once a day, and that
    /// old rows get newer columns.
    func scheduleHousekeeping() async throws {
        let now = clock.now()
        let key = "collect-garbage:\(now.day)"
        let isKnown = try await database.read { connection in
            try connection.row("SELECT id FROM jobs WHERE idempotency_key = $1", key) != nil
        }
        guard !isKnown else { return }
        try await database.write { connection in
            try Job.enqueue(.collectGarbage, key: key, payload: now.day, at: now, connection)
            try scheduleFilling(connection, at: now)
        }
        try await enqueueURLChecks()
    }
}

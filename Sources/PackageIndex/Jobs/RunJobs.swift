import Database
import Logging

extension Index {
    /// Does every job that is due, one after the other, and returns how many were tried.
    @discardableResult
    package func runDueJobs(
        until isStopping: @Sendable () -> Bool = { false }
    ) async throws -> Int {
        var count = 0
        while !isStopping(), try await hasDueJob(), let leased = try await leaseJob() {
            await run(leased)
            count += 1
        }
        return count
    }

    /// Does one job; what goes wrong is noted with the job and logged.
    func run(_ leased: LeasedJob) async {
        do {
            do {
                try await perform(leased.job)
                try await finish(leased)
            } catch {
                logger.warning(
                    "job \(leased.job.id) failed: \(error)",
                    metadata: ["job.kind": "\(leased.job.kind?.rawValue ?? "unknown")"])
                try await fail(leased, error)
            }
        } catch {
            // The lease ends by itself, and then the job is taken over.
            logger.error("job \(leased.job.id) could not be noted: \(error)")
        }
    }

    private func perform(_ job: Job) async throws {
        switch job.kind {
        case .inspectFile:
            guard let id = Int64(job.payload) else { throw JobPayloadBroken(payload: job.payload) }
            try await inspectFile(id)
        case .collectGarbage:
            try await collectGarbage()
        case nil:
            throw JobKindUnknown()
        }
    }
}

/// A job's payload is not what its kind needs.
struct JobPayloadBroken: Error {
    let payload: String
}

/// A job of a kind that only a newer version of this program knows.
struct JobKindUnknown: Error {}

import Database
import Logging

/// Writes what a job came to, in the transaction that notes its end.
typealias JobResult = @Sendable (any SQLConnection) throws -> Void

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
                try await finish(leased, keeping: try await perform(leased))
            } catch {
                logger.warning(
                    "job \(leased.job.id) failed: \(error)",
                    metadata: ["job.kind": "\(leased.kind.rawValue)"])
                try await fail(leased, error)
            }
        } catch {
            // The lease ends by itself, and then the job is taken over.
            logger.error("job \(leased.job.id) could not be noted: \(error)")
        }
    }

    private func perform(_ leased: LeasedJob) async throws -> JobResult {
        switch leased.kind {
        case .inspectFile:
            let payload = leased.job.payload
            guard let id = Int64(payload) else { throw JobPayloadBroken(payload: payload) }
            return try await inspectFile(id)
        case .collectGarbage:
            try await collectGarbage()
            return { _ in }
        }
    }
}

/// A job's payload is not what its kind needs.
struct JobPayloadBroken: Error {
    let payload: String
}

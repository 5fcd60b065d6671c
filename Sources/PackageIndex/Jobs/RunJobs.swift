import Database
import Logging

/// Writes what a job came to, in the transaction that notes its end.
typealias JobResult = @Sendable (any SQLConnection) throws -> Void

extension Index {
    /// Does every job of some lanes that is due, one after the other, and returns how many were
    /// tried.
    @discardableResult
    package func runDueJobs(
        in lanes: Set<Job.Lane> = Set(Job.Lane.allCases),
        until isStopping: @Sendable () -> Bool = { false }
    ) async throws -> Int {
        var count = 0
        while !isStopping(), try await hasDueJob(lanes), let leased = try await leaseJob(lanes) {
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
            return try await inspectFile(try leased.rowNumber())
        case .collectGarbage:
            try await collectGarbage()
            return { _ in }
        case .judgeName:
            return try await judgeName(ofProject: try leased.rowNumber())
        case .fillDerivedColumns:
            return try await fillDerivedColumns(after: try leased.rowNumber())
        case .changeRole:
            try await applyRoleChange(try leased.rowNumber())
            return { _ in }
        case .sendMail: return try await sendMail(leased.job.payload)
        case .sendPasswordReset: return try await sendPasswordReset(leased.job.payload)
        case .renderDescription:
            return try await renderDescription(try leased.rowNumber())
        case .verifyURLs:
            return try await verifyURLs(ofProject: try leased.rowNumber())
        }
    }
}

extension LeasedJob {
    /// The payload as the number of the row that the job is about.
    fileprivate func rowNumber() throws -> Int64 {
        guard let number = Int64(job.payload) else { throw JobPayloadBroken(payload: job.payload) }
        return number
    }
}

/// A job's payload is not what its kind needs.
struct JobPayloadBroken: Error {
    let payload: String
}

import Database

/// A job that this process may work on until the lease ends.
struct LeasedJob: Sendable {
    let job: Job
    let kind: Job.Kind
    let lease: String
}

extension Index {
    /// How long a worker has for one job before another may take it over.
    static let leaseTime: Duration = .seconds(300)

    /// Takes the next job that is due, or one whose worker died; nil when there is none.
    ///
    /// Jobs of a kind that only a newer version knows are left to its workers. A job whose workers died as often as it may be tried is given up: it may be what killed them.
    func leaseJob(_ lanes: Set<Job.Lane>) async throws -> LeasedJob? {
        let now = clock.now()
        let lease = Identifier.random()
        return try await database.write { connection in
            try connection.run(
                """
                UPDATE jobs SET state = 'failed', lease = NULL, leased_until = NULL,
                    last_error = 'its worker was gone at the end of the lease, each time'
                WHERE state = 'running' AND leased_until < $1
                  AND attempts >= \(Job.mostAttempts)
                  AND \(Job.isOf(lanes))
                """, now.microseconds)
            let row = try connection.row(
                """
                UPDATE jobs SET state = 'running', lease = $1, leased_until = $2,
                    attempts = attempts + 1
                WHERE id = (
                    SELECT id FROM jobs
                    WHERE \(Job.isOf(lanes))
                      AND ((state = 'ready' AND run_after <= $3)
                        OR (state = 'running' AND leased_until < $3))
                    ORDER BY run_after, id LIMIT 1 \(connection.dialect.skippingLockedRows))
                  AND (state = 'ready' OR leased_until < $3)
                RETURNING \(Job.columns)
                """, lease, (now + Self.leaseTime).microseconds, now.microseconds)
            return try row.flatMap { row in
                let job = try Job(row)
                return job.kind.map { LeasedJob(job: job, kind: $0, lease: lease) }
            }
        }
    }

    /// Whether a job is due; cheaper than trying to lease one.
    func hasDueJob(_ lanes: Set<Job.Lane>) async throws -> Bool {
        let now = clock.now()
        return try await database.read { connection in
            try connection.row(
                """
                SELECT id FROM jobs
                WHERE \(Job.isOf(lanes))
                  AND ((state = 'ready' AND run_after <= $1)
                    OR (state = 'running' AND leased_until < $1))
                LIMIT 1
                """, now.microseconds) != nil
        }
    }

    /// Notes that a job is done and keeps its result, unless another worker has taken it over.
    func finish(_ leased: LeasedJob, keeping result: @escaping JobResult) async throws {
        let now = clock.now()
        try await database.write { connection in
            let isMine = try connection.run(
                """
                UPDATE jobs SET state = 'done', finished_at = $1, lease = NULL,
                    leased_until = NULL, last_error = NULL
                WHERE id = $2 AND lease = $3
                """, now.microseconds, leased.job.id, leased.lease)
            if isMine == 1 { try result(connection) }
        }
    }

    /// Notes that a try failed: the job comes again later, each time after a longer wait, or is
    /// given up.
    func fail(_ leased: LeasedJob, _ error: any Error) async throws {
        let now = clock.now()
        let isLast = leased.job.attempts >= leased.kind.mostAttempts
        let wait = Duration.seconds(10 << min(leased.job.attempts * 2, 12))
        let text = Shown.short("\(error)", limit: 500)
        try await database.write { connection in
            try connection.run(
                """
                UPDATE jobs SET state = $1, run_after = $2, last_error = $3, lease = NULL,
                    leased_until = NULL
                WHERE id = $4 AND lease = $5
                """,
                isLast ? Job.State.failed.rawValue : Job.State.ready.rawValue,
                (now + wait).microseconds, text, leased.job.id, leased.lease)
        }
    }
}

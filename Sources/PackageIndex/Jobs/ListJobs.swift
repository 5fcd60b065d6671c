import Database

extension Index {
    /// Jobs in a state, or all that are not done, the longest waiting first.
    package func jobs(in state: Job.State? = nil) async throws -> [Job] {
        try await database.read { connection in
            try connection.rows(
                """
                SELECT \(Job.columns) FROM jobs
                WHERE state = $1 OR ($1 = '' AND state <> 'done') ORDER BY run_after, id
                """, state?.rawValue ?? ""
            ).map(Job.init)
        }
    }

    /// Makes a job due again, also one that was given up.
    package func retryJob(_ id: Int64) async throws {
        let now = clock.now()
        try await database.write { connection in
            let changed = try connection.run(
                """
                UPDATE jobs SET state = 'ready', attempts = 0, run_after = $1, lease = NULL,
                    leased_until = NULL
                WHERE id = $2
                """, now.microseconds, id)
            guard changed == 1 else { throw Refusal(.jobUnknown, "There is no job \(id).") }
        }
    }
}

import Database

/// How often one caller may try something in a stretch of time.
///
/// Counts stand in the database, so that every node sees them and a restart forgets none. A stretch is
/// a fixed window: a caller gets at most twice the limit across the border of two.
package struct RateLimit: Sendable, Hashable {
    /// What is counted, as in `sign-in by address`.
    let bucket: String
    /// How many are allowed.
    let limit: Int
    /// The stretch of time.
    let window: Duration

    /// A limit of so many in a stretch of time.
    package init(_ bucket: String, _ limit: Int, in window: Duration) {
        self.bucket = bucket
        self.limit = limit
        self.window = window
    }

    /// Its rows' name, and where in seconds the stretch begins that a moment is in.
    fileprivate func row(at now: Timestamp) -> (bucket: String, start: Int64, window: Int64) {
        let seconds = max(1, window.components.seconds)
        return ("\(bucket) \(seconds)", now.seconds - now.seconds % seconds, seconds)
    }
}

extension Index {
    /// Counts one try of a caller by each limit in turn, and refuses it at the first that is used up.
    ///
    /// The count is kept also where what follows is refused: the tries are what counts. Limits by
    /// address come first: a try that one refuses uses up nothing of those that a caller shares with
    /// others, so that nobody's own refused tries keep anybody else out.
    package func countTry(_ limits: [(RateLimit, caller: String)]) async throws {
        let now = clock.now()
        let wait = try await database.write { connection -> Int64? in
            for (limit, caller) in limits {
                let wait = try Self.tally(limit, of: caller, at: now, in: connection)
                if let wait { return wait }
            }
            return nil
        }
        if let wait { throw Self.tooManyTries(wait) }
    }

    /// Refuses a caller who has no try left, without counting one: where only what fails counts.
    ///
    /// `others` are the tries under way by each limit, which may fail yet.
    func expectTriesLeft(
        _ limits: [(RateLimit, caller: String)], besides others: [Int]
    ) async throws {
        let now = clock.now()
        let waits = try await database.read { connection in
            try zip(limits, others).map { limit, others in
                try Self.wait(
                    limit.0, of: limit.caller, besides: others, at: now, in: connection)
            }
        }
        if let wait = waits.compactMap({ $0 }).max() { throw Self.tooManyTries(wait) }
    }

    /// Takes a try back that was right: what fails is what counts, and people may come and go as
    /// often as they like.
    static func giveTryBack(
        _ limits: [(RateLimit, caller: String)], at now: Timestamp,
        in connection: any SQLConnection
    ) throws {
        for (limit, caller) in limits {
            let row = limit.row(at: now)
            try connection.run(
                """
                UPDATE rate_counts SET count = count - 1
                WHERE bucket = $1 AND caller = $2 AND window_start = $3 AND count > 0
                """, row.bucket, String(caller.prefix(300)), row.start)
        }
    }

    /// The same inside of a transaction, whose end takes the count back where anything is refused:
    /// only what was done counts.
    static func countDone(
        _ limits: [(RateLimit, caller: String)], at now: Timestamp,
        in connection: any SQLConnection
    ) throws {
        for (limit, caller) in limits {
            let wait = try tally(limit, of: caller, at: now, in: connection)
            if let wait { throw tooManyTries(wait) }
        }
    }

    private static func tooManyTries(_ wait: Int64) -> Refusal {
        let minutes = (wait + 59) / 60
        let time =
            wait <= 5 ? "a few seconds" : minutes == 1 ? "a minute" : "\(minutes) minutes"
        return Refusal(
            .tooManyTries, "That was tried too often just now.", help: "Try again in \(time).",
            retryAfter: Int(wait))
    }

    /// The seconds until the next try where a caller has none left.
    private static func wait(
        _ limit: RateLimit, of caller: String, besides others: Int, at now: Timestamp,
        in connection: any SQLConnection
    ) throws -> Int64? {
        let (bucket, start, window) = limit.row(at: now)
        let row = try connection.row(
            "SELECT count FROM rate_counts WHERE bucket = $1 AND caller = $2 AND window_start = $3",
            bucket, String(caller.prefix(300)), start)
        let count: Int64 = try row?.get("count") ?? 0
        if count >= Int64(limit.limit) { return start + window - now.seconds }
        // Those under way may all be right, and are judged in a moment.
        return count + Int64(others) >= Int64(limit.limit) ? 1 : nil
    }

    /// Counts one try of a caller; the seconds until the next where there were too many.
    static func tally(
        _ limit: RateLimit, of caller: String, at now: Timestamp,
        in connection: any SQLConnection
    ) throws -> Int64? {
        let (bucket, start, window) = limit.row(at: now)
        let row = try connection.row(
            """
            INSERT INTO rate_counts (bucket, caller, window_start, count) VALUES ($1, $2, $3, 1)
            ON CONFLICT (bucket, caller, window_start)
            DO UPDATE SET count = rate_counts.count + 1 RETURNING count
            """, bucket, String(caller.prefix(300)), start)
        let count: Int64 = try row?.get("count") ?? 1
        return count > Int64(limit.limit) ? start + window - now.seconds : nil
    }
}

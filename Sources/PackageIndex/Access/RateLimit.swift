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
}

extension Index {
    /// Counts one try of a caller, and refuses it where there were too many.
    ///
    /// The count is kept also where what follows is refused: the tries are what counts.
    package func countTry(_ limits: [(RateLimit, caller: String)]) async throws {
        let now = clock.now()
        let waits = try await database.write { connection in
            try limits.map { try Self.tally($0.0, of: $0.caller, at: now, in: connection) }
        }
        guard let wait = waits.compactMap({ $0 }).max() else { return }
        throw Self.tooManyTries(wait)
    }

    /// Refuses a caller who has no try left, without counting one: where only what fails counts.
    func expectTriesLeft(_ limits: [(RateLimit, caller: String)]) async throws {
        let now = clock.now()
        let waits = try await database.read { connection in
            try limits.map { try Self.wait($0.0, of: $0.caller, at: now, in: connection) }
        }
        if let wait = waits.compactMap({ $0 }).max() { throw Self.tooManyTries(wait) }
    }

    private static func tooManyTries(_ wait: Int64) -> Refusal {
        let minutes = max(1, (wait + 59) / 60)
        return Refusal(
            .tooManyTries, "That was tried too often just now.",
            help: "Try again in \(minutes == 1 ? "a minute" : "\(minutes) minutes").",
            retryAfter: Int(wait))
    }

    /// The seconds until the next try where a caller has none left.
    private static func wait(
        _ limit: RateLimit, of caller: String, at now: Timestamp, in connection: any SQLConnection
    ) throws -> Int64? {
        let window = max(1, limit.window.components.seconds)
        let start = now.seconds - now.seconds % window
        let row = try connection.row(
            "SELECT count FROM rate_counts WHERE bucket = $1 AND caller = $2 AND window_start = $3",
            "\(limit.bucket) \(window)", String(caller.prefix(300)), start)
        let count: Int64 = try row?.get("count") ?? 0
        return count >= Int64(limit.limit) ? start + window - now.seconds : nil
    }

    /// Counts one try of a caller; the seconds until the next where there were too many.
    static func tally(
        _ limit: RateLimit, of caller: String, at now: Timestamp,
        in connection: any SQLConnection
    ) throws -> Int64? {
        let window = max(1, limit.window.components.seconds)
        let start = now.seconds - now.seconds % window
        let row = try connection.row(
            """
            INSERT INTO rate_counts (bucket, caller, window_start, count) VALUES ($1, $2, $3, 1)
            ON CONFLICT (bucket, caller, window_start)
            DO UPDATE SET count = rate_counts.count + 1 RETURNING count
            """, "\(limit.bucket) \(window)", String(caller.prefix(300)), start)
        let count: Int64 = try row?.get("count") ?? 1
        return count > Int64(limit.limit) ? start + window - now.seconds : nil
    }
}

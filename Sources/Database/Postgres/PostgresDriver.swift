package import Logging

/// PostgreSQL, through libpq, on a fixed number of connections that each have a thread of their
/// own.
///
/// A connection that the server or the network dropped is replaced by the next transaction that
/// needs one. A transaction that found its idle connection dead runs on the new one; one that lost
/// its connection in the middle fails as `unavailable`.
package struct PostgresDriver: DatabaseDriver {
    private let pool: WorkerPool<PostgresWorker>
    private let logger: Logger

    /// How often a write runs at most when others stand in its way.
    private static let attempts = 12

    /// Connects to `postgres://user:password@host:port/database`, with `sslmode` and all other
    /// settings of libpq in the URL's query.
    ///
    /// The first connection is made at once, the others when needed.
    ///
    /// - Parameters:
    ///   - url: Where the server is; it never shows in errors or logs.
    ///   - connections: How many transactions can run at the same time, at least one.
    ///   - statementTimeout: How long one statement may take; zero for as long as it wants.
    ///     Migrations, dumps and restores have no limit.
    ///   - logger: Gets lost connections and repeated transactions, at debug.
    /// - Throws: `DatabaseError`: `other` when the URL cannot be read, `unavailable` when the
    ///   server cannot be reached or refuses the login.
    package init(
        url: String, connections: Int, statementTimeout: Duration = .seconds(30),
        logger: Logger = Logger(label: "database")
    ) async throws {
        let address = try PostgresAddress(url: url)
        let workers = (1...max(1, connections)).map {
            PostgresWorker(
                address, statementTimeout: statementTimeout, number: $0, logger: logger)
        }
        pool = WorkerPool(workers)
        self.logger = logger
        try await pool.withWorker { try await $0.connect() }
    }

    package var dialect: SQLDialect { .postgres }

    package func read<T: Sendable>(
        _ body: @Sendable @escaping (any SQLConnection) throws -> T
    ) async throws -> T {
        try await transaction(.read, body)
    }

    @discardableResult
    package func write<T: Sendable>(
        _ body: @Sendable @escaping (any SQLConnection) throws -> T
    ) async throws -> T {
        try await transaction(.write, body)
    }

    package func close() async {
        await pool.close { await $0.disconnect() }
    }

    private func transaction<T: Sendable>(
        _ mode: PostgresTransactionMode,
        _ body: @Sendable @escaping (any SQLConnection) throws -> T
    ) async throws -> T {
        let cancellation = CancellationFlag()
        return try await withTaskCancellationHandler {
            var attempt = 1
            while true {
                do {
                    return try await pool.withWorker { worker in
                        try await worker.transaction(mode, cancellation, body)
                    }
                } catch let error as DatabaseError
                    where error.isWorthAnotherRun && attempt < Self.attempts
                {
                    logger.debug(
                        "running a transaction again",
                        metadata: ["attempt": "\(attempt)", "error": "\(error)"])
                    // A growing random pause, for those who met once must not meet again.
                    try await Task.sleep(
                        for: .milliseconds(Int.random(in: 0...(5 << min(attempt, 6)))))
                    attempt += 1
                }
            }
        } onCancel: {
            cancellation.cancel()
        }
    }
}

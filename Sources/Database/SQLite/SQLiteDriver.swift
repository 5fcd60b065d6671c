import Dispatch
import GRDB

/// SQLite: one writer, and readers beside it that each see the last committed state.
///
/// Other processes may use the same file; whoever finds it locked waits up to ten seconds.
package struct SQLiteDriver: DatabaseDriver {
    private let database: any DatabaseWriter

    /// Opens the database file, or creates it; its folder must exist.
    ///
    /// Every commit reaches the disk before it returns (`synchronous=FULL`); the log beside the
    /// file (WAL) lets readers go on while one writes. A file that is derived from other data waits
    /// for the disk only now and then: a power cut may take its last commits, which can be made
    /// again, and never spoils the rest.
    ///
    /// - Throws: `DatabaseError`, of kind `unavailable` when the file cannot be opened.
    package init(path: String, isDerived: Bool = false) throws {
        database = try translatingErrors {
            let pool = try DatabasePool(path: path, configuration: Self.configuration)
            // Opening in WAL mode lowers this to NORMAL, under which a power cut may lose the last
            // commits.
            try pool.writeWithoutTransaction { connection in
                if isDerived {
                    // Bulk loading touches many pages before it commits.
                    try connection.execute(sql: "PRAGMA cache_size = -16000")
                } else {
                    try connection.execute(sql: "PRAGMA synchronous = FULL")
                }
            }
            return pool
        }
    }

    private init(inMemory database: DatabaseQueue) {
        self.database = database
    }

    /// A new empty database that lives as long as the driver.
    ///
    /// - Throws: `DatabaseError`.
    package static func inMemory() throws -> SQLiteDriver {
        try translatingErrors {
            SQLiteDriver(inMemory: try DatabaseQueue(configuration: configuration))
        }
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(10)
        configuration.maximumReaderCount = 8
        configuration.persistentReadOnlyConnections = true
        configuration.label = "database.sqlite"
        return configuration
    }

    package var dialect: SQLDialect { .sqlite }

    package func read<T: Sendable>(
        _ body: @Sendable @escaping (any SQLConnection) throws -> T
    ) async throws -> T {
        let cancellation = CancellationFlag()
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                database.asyncRead { access in
                    continuation.resume(
                        with: Result {
                            try translatingErrors {
                                try cancellation.check()
                                let transaction = Transaction(
                                    SQLiteConnection(try access.get()), cancellation: cancellation)
                                let value = try body(transaction)
                                try transaction.checkBeforeCommit()
                                return value
                            }
                        })
                }
            }
        } onCancel: {
            cancellation.cancel()
        }
    }

    @discardableResult
    package func write<T: Sendable>(
        _ body: @Sendable @escaping (any SQLConnection) throws -> T
    ) async throws -> T {
        let cancellation = CancellationFlag()
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                database.asyncWriteWithoutTransaction { connection in
                    continuation.resume(
                        with: Result {
                            try cancellation.check()
                            return try Self.transaction(on: connection, body)
                        })
                }
            }
        } onCancel: {
            cancellation.cancel()
        }
    }

    private static func transaction<T>(
        on connection: GRDB.Database, _ body: (any SQLConnection) throws -> T
    ) throws -> T {
        try translatingErrors {
            // IMMEDIATE takes the write lock now: a transaction that read first could not wait for
            // it later.
            try connection.beginTransaction(.immediate)
            do {
                let transaction = Transaction(SQLiteConnection(connection), cancellation: nil)
                let value = try body(transaction)
                try transaction.checkBeforeCommit()
                try connection.commit()
                return value
            } catch {
                // After some errors (a full disk) SQLite has rolled back by itself; the first error
                // is the one to report.
                if connection.isInsideTransaction { try? connection.rollback() }
                throw error
            }
        }
    }

    package func close() async {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async { [database] in
                // Fails only while a statement is open, and none outlives its transaction.
                try? database.close()
                continuation.resume()
            }
        }
    }
}

import Dispatch
import Logging
import Synchronization

/// One connection and the thread on which it is used; the connection is made when first needed and
/// replaced when lost.
final class PostgresWorker: Sendable {
    private let address: PostgresAddress
    private let statementTimeout: Duration
    private let logger: Logger
    private let queue: DispatchQueue
    /// Only ever locked on the queue, so never waited for.
    private let connection = Mutex<PostgresConnection?>(nil)

    init(_ address: PostgresAddress, statementTimeout: Duration, number: Int, logger: Logger) {
        self.address = address
        self.statementTimeout = statementTimeout
        self.logger = logger
        queue = DispatchQueue(label: "database.postgres.\(number)")
    }

    /// Runs a closure as one transaction.
    func transaction<T: Sendable>(
        _ mode: PostgresTransactionMode, _ cancellation: CancellationFlag,
        _ body: @Sendable @escaping (any SQLConnection) throws -> T
    ) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            queue.async {
                continuation.resume(
                    with: Result {
                        try cancellation.check()
                        return try self.connection.withLock { connection in
                            try self.transaction(on: &connection, mode, cancellation, body)
                        }
                    })
            }
        }
    }

    /// Connects if there is no connection, so that wrong settings show early.
    func connect() async throws {
        try await transaction(.read, CancellationFlag()) { _ in }
    }

    /// Closes the connection.
    func disconnect() async {
        await withCheckedContinuation { continuation in
            queue.async {
                self.connection.withLock { $0 = nil }
                continuation.resume()
            }
        }
    }

    private func transaction<T: Sendable>(
        on slot: inout PostgresConnection?, _ mode: PostgresTransactionMode,
        _ cancellation: CancellationFlag, _ body: (any SQLConnection) throws -> T
    ) throws -> T {
        let connection = try begin(mode, on: &slot)
        defer { if connection.isBroken { slot = nil } }
        do {
            let transaction = Transaction(
                connection, cancellation: mode == .read ? cancellation : nil)
            let value = try body(transaction)
            try transaction.checkBeforeCommit()
            try connection.commit()
            return value
        } catch {
            connection.rollBack(after: error)
            throw error
        }
    }

    /// Opens a transaction, on a new connection where the old one turns out to be dead; nothing of
    /// the transaction has been sent by then.
    private func begin(
        _ mode: PostgresTransactionMode, on slot: inout PostgresConnection?
    ) throws -> PostgresConnection {
        if let existing = slot {
            do {
                try existing.begin(mode)
                return existing
            } catch {
                guard existing.isBroken else { throw error }
                logger.debug("database connection was lost, connecting again")
                slot = nil
            }
        }
        let new = try PostgresConnection(address, statementTimeout: statementTimeout)
        try new.begin(mode)
        slot = new
        return new
    }
}

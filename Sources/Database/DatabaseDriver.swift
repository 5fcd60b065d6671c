/// A database that runs transactions: SQLite in a file or in memory, or PostgreSQL.
///
/// A transaction is a synchronous closure that runs on a thread of the driver's own, so nothing can
/// await while it holds locks and Swift's cooperative pool is never blocked. A transaction cannot
/// be opened inside another one.
///
/// Cancelling the calling task gives up a transaction that still waits for its turn, and a read
/// between two rows; a write that has begun runs to its end and is stored or rolled back as a
/// whole.
package protocol DatabaseDriver: Sendable {
    /// Which database this is, for the few texts that differ.
    var dialect: SQLDialect { get }

    /// Runs a closure that only reads, on one consistent snapshot of the data.
    ///
    /// - Throws: What the closure throws, `DatabaseError`, or `CancellationError`.
    func read<T: Sendable>(
        _ body: @Sendable @escaping (any SQLConnection) throws -> T
    ) async throws -> T

    /// Runs a closure as one transaction, stored when it returns and rolled back when it throws.
    ///
    /// PostgreSQL may run the closure again when another transaction stood in its way: it must have
    /// no effect beyond the database.
    ///
    /// - Throws: What the closure throws, `DatabaseError`, or `CancellationError`.
    @discardableResult
    func write<T: Sendable>(
        _ body: @Sendable @escaping (any SQLConnection) throws -> T
    ) async throws -> T

    /// Waits for the transactions under way and closes the database; later ones are refused as
    /// `unavailable`.
    func close() async
}

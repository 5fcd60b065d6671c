import Database
import Synchronization

/// A driver in whose way another transaction comes.
final class InterruptedDatabase: DatabaseDriver {
    private struct Interruption {
        var writesLeft: Int
        let sql: String
    }

    private let base: any DatabaseDriver
    private let interruption = Mutex<Interruption?>(nil)

    init(_ base: any DatabaseDriver) {
        self.base = base
    }

    var dialect: SQLDialect { base.dialect }

    /// Runs a statement in a transaction of its own before the write of that number from now.
    func interrupt(write number: Int, with sql: String) {
        interruption.withLock { $0 = Interruption(writesLeft: number, sql: sql) }
    }

    func read<T: Sendable>(
        _ body: @Sendable @escaping (any SQLConnection) throws -> T
    ) async throws -> T {
        try await base.read(body)
    }

    @discardableResult
    func write<T: Sendable>(
        _ body: @Sendable @escaping (any SQLConnection) throws -> T
    ) async throws -> T {
        let due = interruption.withLock { interruption -> String? in
            guard let waiting = interruption else { return nil }
            interruption?.writesLeft -= 1
            guard waiting.writesLeft == 1 else { return nil }
            interruption = nil
            return waiting.sql
        }
        if let due { _ = try await base.write { try $0.run(due) } }
        return try await base.write(body)
    }

    func close() async { await base.close() }
}

import Database
import Synchronization

/// A driver that remembers every statement that goes through it.
final class RecordedStatements: DatabaseDriver {
    struct Statement: Sendable {
        let sql: String
        let arguments: [SQLValue]
    }

    private let base: any DatabaseDriver
    private let statements = Mutex<[Statement]>([])
    private let writes = Mutex(0)

    init(_ base: any DatabaseDriver) {
        self.base = base
    }

    var dialect: SQLDialect { base.dialect }

    /// How the database would carry out each statement of an action, with its text.
    func plans(of action: () async throws -> Void) async throws -> [(sql: String, plan: String)] {
        statements.withLock { $0 = [] }
        try await action()
        let recorded = statements.withLock(\.self)
        return try await base.write { connection in
            try recorded.map {
                ($0.sql, try connection.queryPlan($0.sql, arguments: $0.arguments))
            }
        }
    }

    /// How many transactions an action writes.
    func writes(of action: () async throws -> Void) async throws -> Int {
        writes.withLock { $0 = 0 }
        try await action()
        return writes.withLock(\.self)
    }

    func read<T: Sendable>(
        _ body: @Sendable @escaping (any SQLConnection) throws -> T
    ) async throws -> T {
        try await base.read { try body(Recorder(base: $0, note: self.note)) }
    }

    @discardableResult
    func write<T: Sendable>(
        _ body: @Sendable @escaping (any SQLConnection) throws -> T
    ) async throws -> T {
        writes.withLock { $0 += 1 }
        return try await base.write { try body(Recorder(base: $0, note: self.note)) }
    }

    func close() async { await base.close() }

    private func note(_ sql: String, _ arguments: [SQLValue]) {
        statements.withLock { $0.append(Statement(sql: sql, arguments: arguments)) }
    }
}

private struct Recorder: SQLConnection {
    let base: any SQLConnection
    let note: (String, [SQLValue]) -> Void

    var dialect: SQLDialect { base.dialect }

    func run(_ sql: String, arguments: [SQLValue]) throws -> Int {
        note(sql, arguments)
        return try base.run(sql, arguments: arguments)
    }

    func forEachRow(
        _ sql: String, arguments: [SQLValue], _ body: (SQLRow) throws -> Void
    ) throws {
        note(sql, arguments)
        try base.forEachRow(sql, arguments: arguments, body)
    }

    func runScript(_ sql: String) throws { try base.runScript(sql) }

    func queryPlan(_ sql: String, arguments: [SQLValue]) throws -> String {
        try base.queryPlan(sql, arguments: arguments)
    }
}

package import Database
import Synchronization

/// A driver that remembers every statement that goes through it.
package final class RecordedStatements: DatabaseDriver {
    private struct Statement: Sendable {
        let sql: String
        let arguments: [SQLValue]
    }

    private let base: any DatabaseDriver
    private let statements = Mutex<[Statement]>([])
    private let writes = Mutex(0)

    /// A driver in front of another.
    package init(_ base: any DatabaseDriver) {
        self.base = base
    }

    package var dialect: SQLDialect { base.dialect }

    /// How the database would carry out each statement of an action, with its text.
    package func plans(of action: () async throws -> Void) async throws -> [(
        sql: String, plan: String
    )] {
        statements.withLock { $0 = [] }
        try await action()
        let recorded = statements.withLock(\.self)
        return try await base.write { connection in
            try recorded.map {
                ($0.sql, try connection.queryPlan($0.sql, arguments: $0.arguments))
            }
        }
    }

    /// The text of each statement of an action, in order.
    package func statements(of action: () async throws -> Void) async throws -> [String] {
        statements.withLock { $0 = [] }
        try await action()
        return statements.withLock { $0.map(\.sql) }
    }

    /// How many transactions an action writes.
    package func writes(of action: () async throws -> Void) async throws -> Int {
        writes.withLock { $0 = 0 }
        try await action()
        return writes.withLock(\.self)
    }

    package func read<T: Sendable>(
        _ body: @Sendable @escaping (any SQLConnection) throws -> T
    ) async throws -> T {
        try await base.read { try body(Recorder(base: $0, note: self.note)) }
    }

    @discardableResult
    package func write<T: Sendable>(
        _ body: @Sendable @escaping (any SQLConnection) throws -> T
    ) async throws -> T {
        writes.withLock { $0 += 1 }
        return try await base.write { try body(Recorder(base: $0, note: self.note)) }
    }

    package func close() async { await base.close() }

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

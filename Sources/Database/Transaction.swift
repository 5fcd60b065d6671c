import Synchronization

/// What a driver must be able to do on one open connection; `Transaction` adds the rules that both
/// share.
protocol StatementRunner {
    var dialect: SQLDialect { get }
    func run(_ sql: String, arguments: [SQLValue]) throws -> Int
    func forEachRow(_ sql: String, arguments: [SQLValue], _ body: (SQLRow) throws -> Void) throws
    func runScript(_ sql: String) throws
    func queryPlan(_ sql: String, arguments: [SQLValue]) throws -> String
}

/// The connection that closures see: one driver's statements under the rules that make both
/// databases behave alike.
///
/// PostgreSQL spoils a transaction once a statement failed and cannot run a statement while another
/// streams; SQLite would allow both. Code tried on SQLite must not break on PostgreSQL, so both are
/// refused here.
final class Transaction: SQLConnection {
    private let runner: any StatementRunner
    private let cancellation: CancellationFlag?
    private var failure: (any Error)?
    private var isStreaming = false

    /// Wraps one open transaction; without a cancellation flag it runs to its end.
    init(_ runner: any StatementRunner, cancellation: CancellationFlag?) {
        self.runner = runner
        self.cancellation = cancellation
    }

    var dialect: SQLDialect { runner.dialect }

    func run(_ sql: String, arguments: [SQLValue]) throws -> Int {
        try guarded(sql, arguments) { try runner.run(sql, arguments: arguments) }
    }

    func forEachRow(_ sql: String, arguments: [SQLValue], _ body: (SQLRow) throws -> Void) throws {
        try guarded(sql, arguments) {
            isStreaming = true
            defer { isStreaming = false }
            try runner.forEachRow(sql, arguments: arguments) { row in
                try cancellation?.check()
                try body(row)
            }
        }
    }

    func runScript(_ sql: String) throws {
        try guarded(sql, []) { try runner.runScript(sql) }
    }

    func queryPlan(_ sql: String, arguments: [SQLValue]) throws -> String {
        try guarded(sql, arguments) { try runner.queryPlan(sql, arguments: arguments) }
    }

    /// Throws the failure of a statement that the closure swallowed, before the driver commits.
    func checkBeforeCommit() throws {
        if let failure { throw failure }
    }

    private func guarded<T>(
        _ sql: String, _ arguments: [SQLValue], _ statement: () throws -> T
    ) throws -> T {
        if isStreaming {
            throw DatabaseError(
                .other, "a statement cannot run while the rows of another are being read",
                sql: sql)
        }
        if let failure { throw failure }
        try cancellation?.check()
        do {
            for (index, argument) in arguments.enumerated() {
                if case .text(let text) = argument, text.utf8.contains(0) {
                    throw DatabaseError(
                        .other,
                        "the text for $\(index + 1) has a NUL character, which is not stored",
                        sql: sql)
                }
            }
            return try statement()
        } catch {
            failure = error
            throw error
        }
    }
}

/// Tells a transaction on its own thread that the task which asked for it was cancelled.
final class CancellationFlag: Sendable {
    private let isCancelled = Atomic(false)

    func cancel() {
        isCancelled.store(true, ordering: .releasing)
    }

    func check() throws {
        if isCancelled.load(ordering: .acquiring) { throw CancellationError() }
    }
}

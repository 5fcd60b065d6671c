/// A transaction under way, handed to the closure of `DatabaseDriver.read` or `write` and of no use
/// outside of it.
///
/// Statements use `$1`, `$2`… for parameters, in any order and as often as needed. A statement that
/// fails ends the transaction on both databases: what follows it is refused, and the whole is
/// rolled back even if the closure swallows the error. Where a conflict is expected, write `ON
/// CONFLICT`.
package protocol SQLConnection {
    /// Which database this is, for the few texts that differ.
    var dialect: SQLDialect { get }

    /// Runs one statement and returns how many rows it inserted, changed or deleted; rows that it
    /// returns are dropped.
    @discardableResult
    func run(_ sql: String, arguments: [SQLValue]) throws -> Int

    /// Runs one statement and hands over its rows one at a time, without ever holding them all.
    ///
    /// While rows are coming the connection takes no other statement: `body` that tries is refused
    /// with an error.
    func forEachRow(_ sql: String, arguments: [SQLValue], _ body: (SQLRow) throws -> Void) throws

    /// Runs several statements, separated by semicolons and without parameters, as migrations need.
    func runScript(_ sql: String) throws

    /// How the database would carry out a statement, as text for tests of hot queries.
    ///
    /// SQLite answers with EXPLAIN QUERY PLAN, PostgreSQL with EXPLAIN while sequential scans are
    /// discouraged, so that a small test table shows the index which a large one would use.
    func queryPlan(_ sql: String, arguments: [SQLValue]) throws -> String
}

extension SQLConnection {
    /// Runs one statement and returns how many rows it inserted, changed or deleted.
    @discardableResult
    package func run(_ sql: String, _ arguments: any SQLRepresentable...) throws -> Int {
        try run(sql, arguments: arguments.map(\.sqlValue))
    }

    /// All rows of a statement; for long results take `forEachRow`.
    package func rows(_ sql: String, _ arguments: any SQLRepresentable...) throws -> [SQLRow] {
        var rows: [SQLRow] = []
        try forEachRow(sql, arguments: arguments.map(\.sqlValue)) { rows.append($0) }
        return rows
    }

    /// The first row of a statement, nil when it has none.
    ///
    /// The statement runs to its end: one that finds more than a few rows needs `LIMIT 1`.
    package func row(_ sql: String, _ arguments: any SQLRepresentable...) throws -> SQLRow? {
        var first: SQLRow?
        try forEachRow(sql, arguments: arguments.map(\.sqlValue)) { first = first ?? $0 }
        return first
    }

    /// How the database would carry out a statement, as text for tests of hot queries.
    package func queryPlan(_ sql: String, _ arguments: any SQLRepresentable...) throws -> String {
        try queryPlan(sql, arguments: arguments.map(\.sqlValue))
    }
}

/// Statements on one PostgreSQL session, prepared once and kept.
final class PostgresConnection: StatementRunner {
    private let session: PostgresSession
    private var statements = PreparedStatements(capacity: 256)

    /// Connects, and sets the limit on a statement's time.
    init(_ address: PostgresAddress, statementTimeout: Duration) throws {
        session = try PostgresSession(address)
        // A limit below a millisecond must not round to zero, which is none.
        let milliseconds =
            statementTimeout > .zero ? max(1, statementTimeout / .milliseconds(1)) : 0
        let limit = Int32(clamping: Int64(min(milliseconds, Double(Int32.max))))
        _ = try session.execute("SET statement_timeout = \(limit)")
    }

    var dialect: SQLDialect { .postgres }

    /// Whether the connection is lost and must be replaced.
    var isBroken: Bool { session.isBroken }

    /// Opens a transaction.
    func begin(_ mode: PostgresTransactionMode) throws {
        _ = try session.execute(mode.begin)
    }

    /// Commits; when the connection is lost on the way, nobody can tell whether the server did.
    func commit() throws {
        do {
            let command = try session.execute("COMMIT").command
            guard command == "COMMIT" else {
                throw DatabaseError(.other, "the server rolled the transaction back on COMMIT")
            }
        } catch let error as DatabaseError where session.isBroken {
            throw DatabaseError(
                .unavailable,
                "\(error.message); this was during COMMIT, so the change may have been stored or not",
                code: error.code)
        }
    }

    /// Leaves the transaction, and the connection broken if even that fails.
    func rollBack(after error: any Error) {
        if (error as? DatabaseError)?.isStalePlan == true { statements.removeAll() }
        guard !session.isBroken, !session.isIdle else { return }
        do {
            _ = try session.execute("ROLLBACK")
        } catch {
            session.spoil()
        }
    }

    func run(_ sql: String, arguments: [SQLValue]) throws -> Int {
        let parameters = try PostgresParameters(arguments, sql: sql)
        let name = try prepare(sql, parameters)
        return try session.execute(prepared: name, parameters, sql: sql).changedRows
    }

    func forEachRow(_ sql: String, arguments: [SQLValue], _ body: (SQLRow) throws -> Void) throws {
        let parameters = try PostgresParameters(arguments, sql: sql)
        let name = try prepare(sql, parameters)
        var columns: SQLColumns?
        try session.stream(prepared: name, parameters, sql: sql) { result in
            let names = columns ?? SQLColumns(result.columnNames)
            columns = names
            try body(SQLRow(columns: names, values: try result.values(sql: sql)))
        }
    }

    func runScript(_ sql: String) throws {
        _ = try session.execute(sql)
    }

    func queryPlan(_ sql: String, arguments: [SQLValue]) throws -> String {
        var lines: [String] = []
        _ = try session.execute("SET LOCAL enable_seqscan = off")
        try forEachRow("EXPLAIN " + sql, arguments: arguments) { row in
            lines.append(try row.get("QUERY PLAN"))
        }
        _ = try session.execute("SET LOCAL enable_seqscan = on")
        return lines.joined(separator: "\n")
    }

    private func prepare(_ sql: String, _ parameters: PostgresParameters) throws -> String {
        let key = PreparedStatements.Key(sql: sql, types: parameters.types)
        if let name = statements.name(for: key) { return name }
        if let oldest = statements.evictIfFull() {
            _ = try session.execute("DEALLOCATE \(oldest)")
        }
        let name = statements.nextName()
        try session.prepare(sql, name: name, types: parameters.types)
        statements.insert(key, name: name)
        return name
    }
}

/// The two kinds of transaction.
enum PostgresTransactionMode: Sendable {
    case read
    case write

    /// A read sees one snapshot throughout; a write sees what others commit between its statements,
    /// as the default is.
    var begin: String {
        switch self {
        case .read: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
        case .write: "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"
        }
    }
}

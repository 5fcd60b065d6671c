import Foundation
import GRDB

/// Statements on one SQLite connection, inside the transaction that `SQLiteDriver` opened.
struct SQLiteConnection: StatementRunner {
    private let connection: GRDB.Database

    init(_ connection: GRDB.Database) {
        self.connection = connection
    }

    var dialect: SQLDialect { .sqlite }

    func run(_ sql: String, arguments: [SQLValue]) throws -> Int {
        try translatingErrors {
            let before = connection.totalChangesCount
            try connection.cachedStatement(sql: sql).execute(arguments: bindings(arguments))
            // The count of the last statement that changed something stays until the next one does.
            return connection.totalChangesCount == before ? 0 : connection.changesCount
        }
    }

    func forEachRow(_ sql: String, arguments: [SQLValue], _ body: (SQLRow) throws -> Void) throws {
        try translatingErrors {
            let statement = try connection.cachedStatement(sql: sql)
            let columns = SQLColumns(statement.columnNames)
            let cursor = try Row.fetchCursor(statement, arguments: bindings(arguments))
            while let row = try cursor.next() {
                let values = (0..<row.count).map { SQLValue(row[$0] as DatabaseValue) }
                try body(SQLRow(columns: columns, values: values))
            }
        }
    }

    func runScript(_ sql: String) throws {
        try translatingErrors { try connection.execute(sql: sql) }
    }

    func queryPlan(_ sql: String, arguments: [SQLValue]) throws -> String {
        var lines: [String] = []
        try forEachRow("EXPLAIN QUERY PLAN " + sql, arguments: arguments) { row in
            lines.append(try row.get("detail"))
        }
        return lines.joined(separator: "\n")
    }

    /// Arguments under the names of their places.
    ///
    /// SQLite numbers `$n` by first appearance: bound by position, `$2 … $1` would be swapped
    /// without a word.
    private func bindings(_ arguments: [SQLValue]) -> StatementArguments {
        var named: [String: (any DatabaseValueConvertible)?] = [:]
        named.reserveCapacity(arguments.count)
        for (index, argument) in arguments.enumerated() {
            named.updateValue(argument.databaseValue, forKey: String(index + 1))
        }
        return StatementArguments(named)
    }
}

/// Runs a piece of work and turns SQLite's errors into ours.
func translatingErrors<T>(_ work: () throws -> T) throws -> T {
    do {
        return try work()
    } catch let error as GRDB.DatabaseError {
        throw DatabaseError(error)
    }
}

extension SQLValue {
    fileprivate init(_ value: DatabaseValue) {
        self =
            switch value.storage {
            case .null: .null
            case .int64(let integer): .integer(integer)
            case .double(let real): .real(real)
            case .string(let text): .text(text)
            case .blob(let data): .blob([UInt8](data))
            }
    }

    fileprivate var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let integer): integer.databaseValue
        case .real(let real): real.databaseValue
        case .text(let text): text.databaseValue
        case .blob(let bytes): Data(bytes).databaseValue
        }
    }
}

/// One row of a result: values under their column names.
package struct SQLRow: Sendable {
    /// The values in the order of the columns.
    package let values: [SQLValue]
    let columns: SQLColumns

    init(columns: SQLColumns, values: [SQLValue]) {
        self.columns = columns
        self.values = values
    }

    /// The column names in the order in which the statement gave them.
    package var columnNames: [String] { columns.names }

    /// The value of a column, read as the type that the caller expects.
    ///
    /// - Throws: `DatabaseError` of kind `other` when the row has no such column or it holds
    ///   something else; both are mistakes in the statement or the schema.
    package func get<T: SQLDecodable>(_ column: String) throws -> T {
        guard let position = columns.positions[column], position < values.count else {
            throw DatabaseError(
                .other,
                "the row has no column '\(column)', it has \(columns.names.joined(separator: ", "))"
            )
        }
        do throws(SQLTypeMismatch) {
            return try T(sqlValue: values[position])
        } catch {
            throw DatabaseError(
                .other,
                "column '\(column)' holds \(error.found) where \(error.expected) is expected"
            )
        }
    }
}

/// The column names of one result, shared by all of its rows.
struct SQLColumns: Sendable {
    let names: [String]
    /// Where a name stands; of a name given twice, the first place.
    let positions: [String: Int]

    init(_ names: [String]) {
        self.names = names
        positions = Dictionary(
            names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }
}

/// One value as a column holds it or a parameter carries it, in the five kinds both databases
/// share.
///
/// Booleans travel as integers 0 and 1, times as integers (microseconds since 1970), so that a row
/// reads alike on SQLite and PostgreSQL.
package enum SQLValue: Sendable, Hashable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case blob([UInt8])
}

extension SQLValue {
    /// The word for this value's kind in messages; the value itself stays out of them, it may be a
    /// secret.
    package var kindName: String {
        switch self {
        case .null: "NULL"
        case .integer: "an integer"
        case .real: "a real number"
        case .text: "text"
        case .blob: "a blob"
        }
    }
}

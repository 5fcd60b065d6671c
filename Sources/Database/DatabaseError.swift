/// What the database refused or could not do.
///
/// The texts hold the database's own words and the statement with its `$n` places, never a
/// parameter's value nor a password.
package struct DatabaseError: Error, Sendable, Hashable {
    /// The kinds that callers treat differently.
    package enum Kind: Sendable, Hashable {
        /// A row with the same key exists.
        case uniqueViolation
        /// The row refers to one that does not exist, or is still referred to.
        case foreignKeyViolation
        /// Another transaction stands in the way for too long, or the statement took too long;
        /// trying later may help.
        case busy
        /// The database cannot be reached or opened; trying later may help.
        case unavailable
        /// The disk is full.
        case full
        /// Anything else: most often a mistake in a statement.
        case other
    }

    /// Which of the kinds that callers treat differently.
    package let kind: Kind
    /// What went wrong, for people.
    package let message: String
    /// The database's own code: PostgreSQL's five-character SQLSTATE or SQLite's extended result
    /// code; nil where the driver itself refused.
    package let code: String?
    /// The statement that failed, as it was written.
    package let sql: String?

    /// An error of a kind with a message for people.
    package init(_ kind: Kind, _ message: String, code: String? = nil, sql: String? = nil) {
        self.kind = kind
        self.message = message
        self.code = code
        self.sql = sql
    }
}

extension DatabaseError {
    /// Whether SQLite found that the file is no database, or that its pages contradict each other.
    package var isDamage: Bool {
        guard let code, let number = Int(code) else { return false }
        // An extended code has the primary one in its lowest byte: SQLITE_CORRUPT, SQLITE_NOTADB.
        return [11, 26].contains(number & 0xFF)
    }
}

extension DatabaseError: CustomStringConvertible {
    package var description: String {
        var text = message
        if let code { text += " (\(code))" }
        if let sql { text += " in: \(sql.count > 300 ? sql.prefix(300) + "…" : sql[...])" }
        return text
    }
}

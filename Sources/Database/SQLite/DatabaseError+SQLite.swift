import GRDB

extension DatabaseError {
    /// What SQLite reported, in the kinds that callers know.
    init(_ error: GRDB.DatabaseError) {
        let kind: Kind =
            switch error.extendedResultCode {
            case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_ROWID:
                .uniqueViolation
            case .SQLITE_CONSTRAINT_FOREIGNKEY: .foreignKeyViolation
            default:
                switch error.resultCode {
                case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
                // GRDB answers so after close(); no statement of ours can misuse SQLite otherwise.
                case .SQLITE_MISUSE: .unavailable
                case .SQLITE_CANTOPEN, .SQLITE_IOERR, .SQLITE_PERM: .unavailable
                case .SQLITE_FULL: .full
                default: .other
                }
            }
        self.init(
            kind, error.message ?? "SQLite failed",
            code: String(error.extendedResultCode.rawValue), sql: error.sql)
    }
}

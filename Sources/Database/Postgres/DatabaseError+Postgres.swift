extension DatabaseError {
    /// What PostgreSQL reported, in the kinds that callers know.
    init(sqlState: String?, message: String, sql: String?) {
        let kind: Kind =
            switch sqlState {
            case "23505": .uniqueViolation
            case "23503": .foreignKeyViolation
            // Serialization failure, deadlock, lock not to be had in time, statement stopped by its
            // time limit.
            case "40001", "40P01", "55P03", "57014": .busy
            // Disk full, and a quota on a tablespace's disk.
            case "53100": .full
            // Out of memory or connections, shutting down or starting, dropped from under us.
            case "53200", "53300", "53400", "57P01", "57P02", "57P03", "57P04", "57P05":
                .unavailable
            case .some(let state) where state.hasPrefix("08"): .unavailable
            default: .other
            }
        self.init(kind, message, code: sqlState, sql: sql)
    }

    /// Whether the same transaction may well succeed when it runs again from its beginning.
    ///
    /// Beside the two conflicts these are statements prepared before another process changed the
    /// schema.
    var isWorthAnotherRun: Bool {
        guard let code else { return false }
        return ["40001", "40P01"].contains(code) || isStalePlan
    }

    /// Whether a prepared statement no longer fits its tables, or is gone.
    var isStalePlan: Bool {
        code == "26000" || (code == "0A000" && message.hasPrefix("cached plan"))
    }
}

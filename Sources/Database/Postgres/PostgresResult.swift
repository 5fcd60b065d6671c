import CPostgres

/// One answer of the server, with its values decoded from the binary form.
@safe
final class PostgresResult {
    private let result: OpaquePointer

    /// Takes over a result, which must not be cleared by anyone else.
    @unsafe
    init(_ result: OpaquePointer) {
        // SAFETY: whoever calls this promises what the attribute asks; deinit clears it once.
        unsafe self.result = unsafe result
    }

    deinit {
        // SAFETY: this object owns the result and clears it only here.
        unsafe PQclear(result)
    }

    // SAFETY: the result lives as long as this object; the call only looks at it.
    private var status: ExecStatusType { unsafe PQresultStatus(result) }

    var isSuccess: Bool {
        [PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_SINGLE_TUPLE, PGRES_EMPTY_QUERY].contains(status)
    }

    var isCopy: Bool { [PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH].contains(status) }

    var hasSingleRow: Bool { status == PGRES_SINGLE_TUPLE }

    /// How many rows an INSERT, UPDATE or DELETE touched; 0 for any other statement.
    var changedRows: Int {
        if command.hasPrefix("SELECT") { return 0 }
        // SAFETY: libpq returns a string that lives as long as the result; it is copied here.
        return Int(unsafe String(cString: PQcmdTuples(result))) ?? 0
    }

    /// The command tag, as in "INSERT 0 1".
    // SAFETY: libpq returns a string that lives as long as the result; it is copied here.
    var command: String { unsafe String(cString: PQcmdStatus(result)) }

    var sqlState: String? { field(CHEESEBOARD_DIAG_SQLSTATE) }

    var errorMessage: String { field(CHEESEBOARD_DIAG_MESSAGE) ?? "the server gave no reason" }

    private func field(_ code: CInt) -> String? {
        // SAFETY: nil or a string that lives as long as the result; it is copied here.
        unsafe PQresultErrorField(result, code).map { unsafe String(cString: $0) }
    }

    var columnNames: [String] {
        // SAFETY: each number is below PQnfields, so that libpq returns a string, which is copied
        // here.
        unsafe (0..<PQnfields(result)).map { unsafe String(cString: PQfname(result, $0)) }
    }

    /// The values of a single row.
    ///
    /// - Throws: `DatabaseError` when a column has a type that is not read here.
    func values(sql: String) throws -> [SQLValue] {
        // SAFETY: the result lives as long as this object; these calls only count.
        guard unsafe PQntuples(result) == 1 else { return [] }
        let columns = unsafe 0..<PQnfields(result)
        return try columns.map { column in
            // SAFETY: row 0 exists and the column is below PQnfields; the bytes live as long as the
            // result and are copied while decoding.
            if unsafe PQgetisnull(result, 0, column) == 1 { return .null }
            let bytes = unsafe UnsafeRawBufferPointer(
                start: PQgetvalue(result, 0, column), count: Int(PQgetlength(result, 0, column)))
            let type = unsafe PQftype(result, column)
            guard let value = unsafe PostgresType(rawValue: type)?.decode(bytes) else {
                let name = unsafe String(cString: PQfname(result, column))
                throw DatabaseError(
                    .other,
                    """
                    column '\(name)' has a PostgreSQL type that is not read (number \(type)): \
                    cast it, as in CAST(\(name) AS TEXT)
                    """,
                    sql: sql)
            }
            return value
        }
    }
}

import CPostgres

/// One open connection to a PostgreSQL server: libpq's calls without its pointers.
///
/// Used by one thread at a time. Every call blocks until the server has answered.
@safe
final class PostgresSession {
    private let connection: OpaquePointer
    private let address: PostgresAddress
    /// Whether the connection is in a state that only a new one mends.
    private var isSpoiled = false

    /// Connects and logs in.
    ///
    /// - Throws: `DatabaseError` of kind `unavailable`.
    init(_ address: PostgresAddress) throws {
        self.address = address
        // SAFETY: libpq copies the text; what it returns belongs to this object alone, until deinit.
        guard let connection = unsafe PQconnectdb(address.connectionString) else {
            throw DatabaseError(.unavailable, "no memory for a connection to \(address)")
        }
        unsafe self.connection = unsafe connection
        // Without a receiver libpq prints the server's notices to standard error.
        unsafe PQsetNoticeReceiver(connection, { _, _ in }, nil)
        guard unsafe PQstatus(connection) == CONNECTION_OK else {
            throw DatabaseError(.unavailable, "cannot connect to \(address): \(lastMessage)")
        }
    }

    deinit {
        // SAFETY: the pointer came from PQconnectdb and is finished only here.
        unsafe PQfinish(connection)
    }

    /// Whether the connection is lost or unusable and must be replaced.
    var isBroken: Bool {
        // SAFETY: the connection lives as long as this object; the call only looks at it.
        unsafe isSpoiled || PQstatus(connection) != CONNECTION_OK
    }

    /// Whether no transaction is open.
    var isIdle: Bool {
        // SAFETY: the connection lives as long as this object; the call only looks at it.
        unsafe PQtransactionStatus(connection) == PQTRANS_IDLE
    }

    /// Declares the connection unusable.
    func spoil() {
        isSpoiled = true
    }

    /// Sends text that may hold several statements and returns the last one's result.
    func execute(_ sql: String) throws -> PostgresResult {
        // SAFETY: libpq reads the text during the call; the result goes to its owner at once.
        try unsafe checked(PQexec(connection, sql), sql)
    }

    /// Has the server parse a statement under a name; the types are those of its parameters, 0
    /// where the server is to find out.
    func prepare(_ sql: String, name: String, types: [UInt32]) throws {
        // SAFETY: the array is only read during the call, which copies it.
        let result = unsafe types.withUnsafeBufferPointer { types in
            unsafe PQprepare(connection, name, sql, Int32(types.count), types.baseAddress)
        }
        _ = try unsafe checked(result, sql)
    }

    /// Runs a prepared statement and returns its whole result.
    func execute(prepared name: String, _ parameters: PostgresParameters, sql: String) throws
        -> PostgresResult
    {
        // SAFETY: the pointers live for the closure, and libpq has sent what they point to when it
        // returns.
        let result = unsafe parameters.withPointers { values, lengths, formats in
            unsafe PQexecPrepared(
                connection, name, Int32(parameters.count), values, lengths, formats, 1)
        }
        return try unsafe checked(result, sql)
    }

    /// Runs a prepared statement and hands over its rows, each as a result of one row.
    func stream(
        prepared name: String, _ parameters: PostgresParameters, sql: String,
        _ body: (PostgresResult) throws -> Void
    ) throws {
        // SAFETY: as above; libpq copies the parameters into its send buffer.
        let isSent = unsafe parameters.withPointers { values, lengths, formats in
            unsafe PQsendQueryPrepared(
                connection, name, Int32(parameters.count), values, lengths, formats, 1)
        }
        guard isSent == 1, unsafe PQsetSingleRowMode(connection) == 1 else {
            throw failure(sql)
        }
        do {
            while let next = unsafe PQgetResult(connection) {
                let result = try unsafe checked(next, sql)
                if result.hasSingleRow { try body(result) }
            }
        } catch {
            abandonResult()
            throw error
        }
        if isBroken { throw failure(sql) }
    }

    /// Stops the statement under way and drops what it has still to say.
    private func abandonResult() {
        guard !isBroken else { return }
        var message = [CChar](repeating: 0, count: 256)
        // SAFETY: the cancel object is used and freed here; the buffer's size goes with it.
        if let cancel = unsafe PQgetCancel(connection) {
            _ = unsafe message.withUnsafeMutableBufferPointer { buffer in
                unsafe PQcancel(cancel, buffer.baseAddress, Int32(buffer.count))
            }
            unsafe PQfreeCancel(cancel)
        }
        while let rest = unsafe PQgetResult(connection) {
            let result = unsafe PostgresResult(rest)
            // In the middle of a COPY this loop would never end.
            guard !result.isCopy else {
                isSpoiled = true
                return
            }
        }
    }

    private func checked(_ pointer: OpaquePointer?, _ sql: String) throws -> PostgresResult {
        // SAFETY: each caller passes a result that it has just been given and uses nowhere else.
        guard let pointer = unsafe pointer else { throw failure(sql) }
        let result = unsafe PostgresResult(pointer)
        if result.isCopy {
            isSpoiled = true
            throw DatabaseError(.other, "COPY is not supported", sql: sql)
        }
        if result.isSuccess { return result }
        if isBroken { throw failure(sql) }
        throw DatabaseError(
            sqlState: result.sqlState, message: address.redact(result.errorMessage), sql: sql)
    }

    private func failure(_ sql: String) -> DatabaseError {
        guard isBroken else { return DatabaseError(.other, lastMessage, sql: sql) }
        return DatabaseError(
            .unavailable, "the connection to \(address) was lost: \(lastMessage)", sql: sql)
    }

    /// libpq's last words on this connection, on one line and without secrets.
    private var lastMessage: String {
        // SAFETY: libpq returns a string that lives until the next call; it is copied here.
        let text = unsafe String(cString: PQerrorMessage(connection))
        return address.redact(
            text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }
}

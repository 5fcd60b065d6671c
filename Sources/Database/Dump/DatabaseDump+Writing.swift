extension DatabaseDump {
    /// Writes the whole database, from one snapshot.
    ///
    /// - Parameters:
    ///   - database: What to copy; others may go on writing to it.
    ///   - sink: Takes the bytes in pieces of some 64 KiB, one after the other, on the database's
    ///     thread.
    /// - Returns: How many rows of each table.
    /// - Throws: `DumpRefused`, `DatabaseError`, or what the sink throws.
    @discardableResult
    package func write(
        _ database: any DatabaseDriver, to sink: @Sendable @escaping ([UInt8]) throws -> Void
    ) async throws -> [String: Int] {
        let once = OnlyOnce()
        return try await database.read { connection in
            once.enter()
            if let lift = connection.dialect.liftTimeLimit { try connection.run(lift) }
            try checkTables(connection)
            var output = DumpOutput { bytes in
                try once.begin()
                try sink(bytes)
            }
            try output.append(
                line: .object([
                    ("dump", .integer(Self.format)), ("schema", .string(schema)),
                    ("migrations", .strings(try SchemaHistory.names(connection))),
                ]))
            var counts: [String: Int] = [:]
            for name in tables {
                counts[name] = try write(try TableLayout(of: name, connection), connection, &output)
            }
            let ordered = tables.map { ($0, JSONLine.integer(Int64(counts[$0] ?? 0))) }
            try output.append(line: .object([("end", .object(ordered))]))
            try output.flush()
            return counts
        }
    }

    private func write(
        _ table: TableLayout, _ connection: any SQLConnection, _ output: inout DumpOutput
    ) throws -> Int {
        var header: [(String, JSONLine)] = [
            ("table", .string(table.name)), ("columns", .strings(table.columns)),
        ]
        if let identity = try table.lastIdentity(connection) {
            header.append(("identity", .integer(identity)))
        }
        try output.append(line: .object(header))
        var count = 0
        try connection.forEachRow(table.selection, arguments: []) { row in
            try output.append(row: row.values)
            count += 1
        }
        return count
    }

    /// Refuses a list of tables that differs from the database's own.
    func checkTables(_ connection: any SQLConnection) throws {
        let present = try presentTables(connection)
        let forgotten = present.subtracting(tables).subtracting(leftOut)
        guard forgotten.isEmpty else {
            throw DumpRefused(
                line: nil,
                message: "the dump would leave out \(forgotten.sorted().joined(separator: ", "))")
        }
        let missing = Set(tables).subtracting(present)
        guard missing.isEmpty else {
            throw DumpRefused(
                line: nil,
                message: "the database has no table \(missing.sorted().joined(separator: ", "))")
        }
    }

    /// The database's tables, but for the one that remembers its migrations.
    func presentTables(_ connection: any SQLConnection) throws -> Set<String> {
        let names: [String] = try connection.rows(connection.dialect.tableNames)
            .map { try $0.get("name") }
        return Set(names).subtracting([SchemaHistory.table])
    }
}

/// Gathers lines into pieces worth writing.
private struct DumpOutput {
    private var bytes: [UInt8] = []
    private let sink: ([UInt8]) throws -> Void

    init(sink: @escaping ([UInt8]) throws -> Void) {
        self.sink = sink
    }

    mutating func append(line: JSONLine) throws {
        line.write(to: &bytes)
        try endLine()
    }

    mutating func append(row: [SQLValue]) throws {
        bytes.append(UInt8(ascii: "["))
        for (index, value) in row.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            JSONLine(value).write(to: &bytes)
        }
        bytes.append(UInt8(ascii: "]"))
        try endLine()
    }

    mutating func flush() throws {
        if !bytes.isEmpty { try sink(bytes) }
        bytes.removeAll(keepingCapacity: true)
    }

    private mutating func endLine() throws {
        bytes.append(UInt8(ascii: "\n"))
        if bytes.count >= 65_536 { try flush() }
    }
}

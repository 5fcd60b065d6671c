extension DatabaseDump {
    /// Reads a dump into a migrated database without rows, all of it or nothing.
    ///
    /// - Parameters:
    ///   - database: A database at the same migration as the one that was copied.
    ///   - nextPiece: Gives the dump's bytes one piece after the other, cut anywhere, and nil at
    ///     the end; runs on the database's thread.
    /// - Returns: How many rows of each table.
    /// - Throws: `DumpRefused`, `DatabaseError`, or what the closure throws.
    @discardableResult
    package func restore(
        into database: any DatabaseDriver,
        from nextPiece: @Sendable @escaping () throws -> [UInt8]?
    ) async throws -> [String: Int] {
        let once = OnlyOnce()
        return try await database.write { connection in
            once.enter()
            if let lift = connection.dialect.liftTimeLimit { try connection.run(lift) }
            try checkTables(connection)
            var input = DumpInput {
                try once.begin()
                return try nextPiece()
            }
            try checkHeader(try input.next(), SchemaHistory.names(connection))
            try makeRoom(connection)
            var counts: [String: Int] = [:]
            var line = try input.next()
            while case .object(let header) = line.value, let name = header.string("table") {
                guard tables.contains(name), counts[name] == nil else {
                    throw line.refused("table \(name) is unknown or comes twice")
                }
                (counts[name], line) = try restoreTable(
                    TableLayout(of: name, connection), header, line, &input, connection)
            }
            try checkEnd(line, counts)
            try input.expectEnd()
            return counts
        }
    }

    /// Refuses a dump that is none, or not of these migrations, by its first line alone.
    ///
    /// It asks before there is a database; ``restore(into:from:)`` asks again.
    ///
    /// - Throws: `DumpRefused`, or what the closure throws.
    package func checkHeader(
        of migrations: [Migration], from nextPiece: @escaping () throws -> [UInt8]?
    ) throws {
        var input = DumpInput(nextPiece: nextPiece)
        try checkHeader(try input.next(), migrations.map(\.name))
    }

    /// Refuses a database that no dump can be restored into, whatever its migration: one with rows
    /// of its own, or with tables of others.
    ///
    /// It asks before anything is written; ``restore(into:from:)`` asks again.
    package func checkRoom(in database: any DatabaseDriver) async throws {
        try await database.read { connection in
            let present = try presentTables(connection)
            if let other = present.subtracting(tables).subtracting(leftOut).min() {
                throw DumpRefused(
                    line: nil, message: "the database is another's: it has a table \(other)")
            }
            for name in tables where present.contains(name) && !seeded.contains(name) {
                try checkIsEmpty(name, connection)
            }
        }
    }

    private func checkHeader(_ line: DumpLine, _ own: [String]) throws {
        guard case .object(let header) = line.value, let format = header.integer("dump") else {
            throw line.refused("this is not a database dump")
        }
        guard format == Self.format else {
            throw line.refused("the dump has format \(format), this program reads \(Self.format)")
        }
        guard let name = header.string("schema"), name == schema else {
            throw line.refused("the dump is not of the schema '\(schema)'")
        }
        guard let theirs = header.strings("migrations"), theirs == own else {
            let count = header.strings("migrations")?.count ?? 0
            throw line.refused(
                """
                the dump is of schema version \(count), the database has version \(own.count): \
                restore with the version of the program that made the dump, then upgrade
                """)
        }
    }

    /// Refuses a database with rows of its own, and deletes those that its migrations put there.
    private func makeRoom(_ connection: any SQLConnection) throws {
        for name in tables.reversed() {
            if seeded.contains(name) {
                try connection.run("DELETE FROM \(TableLayout.quoted(name))")
            } else {
                try checkIsEmpty(name, connection)
            }
        }
    }

    private func checkIsEmpty(_ name: String, _ connection: any SQLConnection) throws {
        let table = TableLayout.quoted(name)
        guard try connection.row("SELECT 1 AS found FROM \(table) LIMIT 1") == nil else {
            throw DumpRefused(
                line: nil, message: "the database is not empty: table \(name) has rows")
        }
    }

    /// Inserts the rows below a table's header and returns their number and the line after them.
    private func restoreTable(
        _ table: TableLayout, _ header: JSONObject, _ line: DumpLine, _ input: inout DumpInput,
        _ connection: any SQLConnection
    ) throws -> (Int, DumpLine) {
        guard let columns = header.strings("columns"), Set(columns) == Set(table.columns),
            columns.count == table.columns.count
        else { throw line.refused("the columns of table \(table.name) are not the database's") }
        let insertion = table.insertion(of: columns)
        var count = 0
        while true {
            let line = try input.next()
            guard case .array(let items) = line.value else {
                try table.advanceIdentity(beyond: header.integer("identity"), connection)
                return (count, line)
            }
            let values = items.compactMap(\.sqlValue)
            guard values.count == items.count, values.count == columns.count else {
                throw line.refused("the row does not fit table \(table.name)")
            }
            try connection.run(insertion, arguments: values)
            count += 1
        }
    }

    private func checkEnd(_ line: DumpLine, _ counts: [String: Int]) throws {
        guard case .object(let object) = line.value, case .object(let end) = object["end"] else {
            throw line.refused("neither a table, a row nor the end")
        }
        for name in tables {
            guard let count = counts[name] else { throw line.refused("table \(name) is missing") }
            guard end.integer(name) == Int64(count) else {
                throw line.refused(
                    "table \(name) came with \(count) rows, which is not what was written")
            }
        }
    }
}

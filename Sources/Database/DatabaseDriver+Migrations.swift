extension DatabaseDriver {
    /// Brings the schema forward, each step in a transaction of its own.
    ///
    /// Several processes may do so at the same time: each step is applied once.
    ///
    /// - Throws: `SchemaTooNew`, `SchemaMismatch` or `DatabaseError`; a step that fails leaves the
    ///   ones before it applied.
    package func migrate(_ migrations: [Migration]) async throws {
        while try await applyNext(of: migrations) {}
    }

    /// The names of the steps that `migrate` would apply, in order.
    ///
    /// - Throws: `SchemaTooNew`, `SchemaMismatch` or `DatabaseError`.
    package func pendingMigrations(_ migrations: [Migration]) async throws -> [String] {
        let applied = try await appliedMigrations()
        try SchemaHistory.check(applied, against: migrations)
        return migrations.dropFirst(applied.count).map(\.name)
    }

    /// The names of the steps that the database has, in the order in which they were applied.
    package func appliedMigrations() async throws -> [String] {
        try await read { try SchemaHistory.names($0) }
    }

    /// How many steps the database has; 0 for an empty one.
    package func schemaVersion() async throws -> Int {
        try await appliedMigrations().count
    }

    private func applyNext(of migrations: [Migration]) async throws -> Bool {
        try await write { connection in
            if let lock = connection.dialect.migrationLock { _ = try connection.rows(lock) }
            if let lift = connection.dialect.liftTimeLimit { try connection.run(lift) }
            try SchemaHistory.create(connection)
            let applied = try SchemaHistory.names(connection)
            try SchemaHistory.check(applied, against: migrations)
            guard applied.count < migrations.count else { return false }
            let next = migrations[applied.count]
            try connection.runScript(connection.dialect.expand(next.sql))
            try SchemaHistory.append(next.name, at: applied.count + 1, connection)
            return applied.count + 1 < migrations.count
        }
    }
}

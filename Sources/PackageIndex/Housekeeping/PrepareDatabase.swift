package import Database
package import Logging

extension Index {
    /// Brings a database to this version's schema.
    ///
    /// An empty one gets its tables. One of an older version is dumped into the folder and goes
    /// forward, but only where `migrates` says so: a server of that version may be running on it.
    ///
    /// - Throws: `SchemaTooOld` where it may not, `SchemaTooNew`, or what the database throws.
    package static func prepare(
        _ database: any DatabaseDriver, dumpingTo folder: String, migrates: Bool,
        to migrations: [Migration] = Schema.migrations, clock: any WallClock = SystemWallClock(),
        logger: Logger = Logger(label: "cheeseboard")
    ) async throws {
        let applied = try await database.appliedMigrations()
        let pending = try await database.pendingMigrations(migrations)
        guard let next = pending.first else { return }
        if !applied.isEmpty {
            guard migrates else { throw SchemaTooOld(pending: pending) }
            let path = "\(folder)/before-\(next)-\(clock.now().seconds).jsonl"
            logger.notice("the schema goes forward; the old tables are dumped to \(path)")
            try await dumpDatabase(database, to: path)
        }
        try await database.migrate(migrations)
    }
}

/// The database is of an older version, and this is no occasion to bring it forward.
package struct SchemaTooOld: Error, CustomStringConvertible {
    /// The steps that it lacks.
    package let pending: [String]

    package var description: String {
        "the database is of an older version: it lacks \(pending.joined(separator: ", ")). Only "
            + "`cheeseboard serve` brings it forward: stop the old server, start the new one, and "
            + "try again."
    }
}

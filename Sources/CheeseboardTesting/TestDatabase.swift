package import Database
import Foundation

/// The databases that a test can run on: SQLite always, PostgreSQL where the environment names a
/// server.
///
///     @Test(arguments: TestDriver.available)
///     func `a counter loses nothing`(_ driver: TestDriver) async throws {
///         try await driver.withFresh(migrations) { database in … }
///     }
package enum TestDriver: String, CaseIterable, Sendable, CustomStringConvertible {
    case sqlite
    case postgres

    /// The URL of a PostgreSQL server whose default database tests may fill, as `Tools/postgres.sh
    /// env` prints it.
    package static var postgresURL: String? {
        let value = ProcessInfo.processInfo.environment["CHEESEBOARD_TEST_POSTGRES"] ?? ""
        return value.isEmpty ? nil : value
    }

    /// The drivers that can be tested here.
    package static var available: [TestDriver] {
        postgresURL == nil ? [.sqlite] : [.sqlite, .postgres]
    }

    package var description: String { rawValue }

    /// An empty database of the test's own, brought to a schema.
    ///
    /// `close()` removes it: a file in a folder of its own, or a schema of its own on the
    /// PostgreSQL server. A database that nobody closes goes with its folder when it is dropped; a
    /// schema then stays.
    package func fresh(_ migrations: [Migration] = [], connections: Int = 4) async throws
        -> TestDatabase
    {
        let database =
            switch self {
            case .sqlite: try TestDatabase.onDisk()
            case .postgres: try await TestDatabase.onServer(connections: connections)
            }
        try await database.migrate(migrations)
        return database
    }

    /// Runs a test on an empty database of its own and removes it afterwards.
    @discardableResult
    package func withFresh<T>(
        _ migrations: [Migration] = [], connections: Int = 4,
        _ body: (TestDatabase) async throws -> T
    ) async throws -> T {
        let database = try await fresh(migrations, connections: connections)
        do {
            let value = try await body(database)
            await database.close()
            return value
        } catch {
            await database.close()
            throw error
        }
    }
}

/// A database for one test, removed when it is closed.
package final class TestDatabase: DatabaseDriver {
    /// The driver under test.
    package let base: any DatabaseDriver
    /// Where a second driver finds the same database: a path or a URL.
    package let location: String
    private let folder: URL?

    private init(_ base: any DatabaseDriver, location: String, folder: URL?) {
        self.base = base
        self.location = location
        self.folder = folder
    }

    deinit { removeFolder() }

    fileprivate static func onDisk() throws -> TestDatabase {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("database-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let path = folder.appendingPathComponent("test.sqlite").path
        return TestDatabase(try SQLiteDriver(path: path), location: path, folder: folder)
    }

    fileprivate static func onServer(connections: Int) async throws -> TestDatabase {
        guard let url = TestDriver.postgresURL else {
            throw DatabaseError(.unavailable, "CHEESEBOARD_TEST_POSTGRES names no server")
        }
        let schema = "test_" + UUID().uuidString.lowercased().filter { $0 != "-" }
        try await administer(url, "CREATE SCHEMA \(schema)")
        let location =
            url + (url.contains("?") ? "&" : "?") + "options=-csearch_path%3D\(schema)"
        let driver = try await PostgresDriver(url: location, connections: connections)
        return TestDatabase(driver, location: location, folder: nil)
    }

    private static func administer(_ url: String, _ sql: String) async throws {
        let driver = try await PostgresDriver(url: url, connections: 1)
        do {
            try await driver.write { try $0.runScript(sql) }
            await driver.close()
        } catch {
            await driver.close()
            throw error
        }
    }

    /// Another driver on the same database, as another process would have it.
    package func another() async throws -> any DatabaseDriver {
        switch base.dialect {
        case .sqlite: try SQLiteDriver(path: location)
        case .postgres: try await PostgresDriver(url: location, connections: 2)
        }
    }

    package var dialect: SQLDialect { base.dialect }

    package func read<T: Sendable>(
        _ body: @Sendable @escaping (any SQLConnection) throws -> T
    ) async throws -> T {
        try await base.read(body)
    }

    @discardableResult
    package func write<T: Sendable>(
        _ body: @Sendable @escaping (any SQLConnection) throws -> T
    ) async throws -> T {
        try await base.write(body)
    }

    package func close() async {
        if let schema = location.split(separator: "%3D").last, let url = TestDriver.postgresURL,
            dialect == .postgres
        {
            await base.close()
            // Nothing depends on it: the cluster is a throwaway.
            try? await Self.administer(url, "DROP SCHEMA IF EXISTS \(schema) CASCADE")
        } else {
            await base.close()
        }
        removeFolder()
    }

    private func removeFolder() {
        if let folder { try? FileManager.default.removeItem(at: folder) }
    }
}

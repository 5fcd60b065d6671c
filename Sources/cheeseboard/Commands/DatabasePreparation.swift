import Database
import Foundation
import Logging
import PackageIndex

/// Brings a database to this version's schema, with a dump of the old one put aside first.
struct DatabasePreparation {
    let folder: String
    let logger: Logger

    func run(_ driver: any DatabaseDriver) async throws {
        let applied = try await driver.appliedMigrations()
        let pending = try await driver.pendingMigrations(Schema.migrations)
        guard !pending.isEmpty else { return }
        if !applied.isEmpty {
            let path = "\(folder)/before-\(pending[0])-\(SystemWallClock().now().seconds).jsonl"
            logger.notice("the schema goes forward; the old tables are dumped to \(path)")
            try await Index.dumpDatabase(driver, to: path)
        }
        try await Index.migrate(driver)
    }
}

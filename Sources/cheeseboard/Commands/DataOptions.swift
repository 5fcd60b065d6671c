import ArgumentParser
import BlobStorage
import Database
import Foundation
import Logging
import Outbound
import PackageIndex

/// Where the index keeps its data: the options that every command takes.
struct DataOptions: ParsableArguments {
    @Option(name: .long, help: "The folder of the index.")
    var data: String?

    @Option(
        name: .long,
        help: "A PostgreSQL database (postgres://…) instead of the SQLite file in the folder.")
    var database: String?

    /// The name of the SQLite file in the folder.
    static let databaseFile = "cheeseboard.sqlite"

    /// The folder, by option, environment or habit.
    var folder: String {
        data ?? ProcessInfo.processInfo.environment["CHEESEBOARD_DATA"] ?? "cheeseboard-data"
    }

    /// The settings, by option over environment over file.
    func settings() throws -> ServeSettings {
        var settings = try ServeSettings.load(
            folder: folder, environment: ProcessInfo.processInfo.environment)
        if let database { settings.databaseURL = database }
        return settings
    }

    /// Opens the index, its database at this version's schema.
    ///
    /// An empty database gets its tables; an older schema goes forward where `migrates` says so.
    func openIndex(
        _ settings: ServeSettings, logger: Logger? = nil, migrates: Bool = false
    ) async throws -> Index {
        let logger = logger ?? Logging.logger(settings)
        let driver = try await openDatabase(settings, logger: logger)
        do {
            try await Index.prepare(
                driver, dumpingTo: folder, migrates: migrates, logger: logger)
            return Index(
                database: driver, blobs: try DiskBlobStore(folder: folder),
                settings: settings.index,
                site: SiteAddress(settings.siteURL, otherHosts: settings.siteHosts),
                logger: logger, mailSender: settings.mailSender(folder: folder),
                descriptionRenderer: DescriptionRenderer(
                    python: settings.python(folder: folder)),
                httpFetcher: CurlFetcher(
                    userAgent: "cheeseboard", allowsPrivate: settings.allowsPrivateAddresses))
        } catch {
            await driver.close()
            throw error
        }
    }

    /// Opens the index for a command, does its work, and closes the database.
    func withIndex<T>(_ body: (Index) async throws -> T) async throws -> T {
        let index = try await openIndex(try settings())
        do {
            let value = try await body(index)
            await index.database.close()
            return value
        } catch {
            await index.database.close()
            throw error
        }
    }

    /// Connects to the database, whatever its schema.
    func openDatabase(
        _ settings: ServeSettings, logger: Logger
    ) async throws -> any DatabaseDriver {
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o750])
        guard let url = settings.databaseURL else {
            return try SQLiteDriver(path: "\(folder)/\(Self.databaseFile)")
        }
        return try await PostgresDriver(
            url: url, connections: settings.databaseConnections, logger: logger)
    }
}

/// How the program logs.
enum Logging {
    /// A logger as the settings say.
    static func logger(_ settings: ServeSettings) -> Logger {
        Logger(label: "cheeseboard") { label in
            LogLines(label: label, format: settings.logFormat, logLevel: settings.logLevel)
        }
    }
}

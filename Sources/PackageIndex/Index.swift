package import BlobStorage
package import Database
import Foundation
package import Logging
package import Outbound

/// The package index: everything that may be done with it, one use case a file.
///
/// It holds no state of its own beyond the caches of verified credentials and of figures: the truth
/// is in the database and the blobs.
package struct Index: Sendable {
    /// The database.
    package let database: any DatabaseDriver
    /// The bytes of files and of their metadata.
    package let blobs: any BlobStore
    /// The settings the rules depend on.
    package let settings: IndexSettings
    /// The time of day.
    package let clock: any WallClock
    /// The address that links in mails begin with.
    package let site: SiteAddress
    /// Where failures and changes are logged.
    package let logger: Logger
    /// Where mails go out; nil in a process that sends none.
    package let mailSender: (any MailSender)?
    /// What renders descriptions; nil in a process that renders none.
    package let descriptionRenderer: DescriptionRenderer?
    /// What fetches other machines' pages; nil in a process that fetches none.
    package let httpFetcher: (any HTTPFetcher)?

    let passwords: PasswordVerifier
    let guesses: GuessesUnderWay
    let statistics: KeptFigures<NativeStatisticsState, NativeStatistics>
    /// By when they were counted; nil where counting is cheap.
    let countedFigures: KeptFigures<Timestamp?, IndexFigures>
    /// For short pieces of work that wait for the disk or compute for a moment.
    let blocking: BlockingPool
    /// For looking inside uploads, which takes as long as their authors want.
    let judging: BlockingPool
    /// For looking inside published files, for which no upload shall wait.
    let inspecting: BlockingPool

    /// Wires an index; the database must have been migrated.
    ///
    /// Passwords are checked with what the settings say, unless by another verifier.
    package init(
        database: any DatabaseDriver, blobs: any BlobStore, settings: IndexSettings = .init(),
        clock: any WallClock = SystemWallClock(), site: SiteAddress = SiteAddress(),
        logger: Logger = Logger(label: "cheeseboard"), mailSender: (any MailSender)? = nil,
        descriptionRenderer: DescriptionRenderer? = nil, httpFetcher: (any HTTPFetcher)? = nil,
        passwords: PasswordVerifier? = nil
    ) {
        self.database = database
        self.blobs = blobs
        self.settings = settings
        self.clock = clock
        self.site = site
        self.logger = logger
        self.mailSender = mailSender
        self.descriptionRenderer = descriptionRenderer
        self.httpFetcher = httpFetcher
        self.passwords = passwords ?? PasswordVerifier(work: settings.passwordWork)
        self.guesses = GuessesUnderWay()
        self.statistics = KeptFigures()
        self.countedFigures = KeptFigures()
        self.blocking = BlockingPool(width: 8)
        // Half of the cores stay with whoever installs, whatever is uploaded; but for one, which
        // looks into what was published.
        let cores = ProcessInfo.processInfo.activeProcessorCount
        self.judging = BlockingPool(width: max(1, cores / 2))
        self.inspecting = BlockingPool(width: 1)
    }

    /// Brings the database's tables forward to this version's schema.
    package static func migrate(_ database: any DatabaseDriver) async throws {
        try await database.migrate(Schema.migrations)
    }
}

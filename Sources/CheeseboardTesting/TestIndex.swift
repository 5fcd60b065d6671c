package import BlobStorage
import Crypto
import Database
import Logging
package import Outbound
package import PackageIndex
import PythonPackaging

/// An index of a test's own, real but for its clock: a database, a folder of blobs, and a user.
///
///     try await TestIndex.with(driver) { test in
///         try await test.publish(WheelBuilder(name: "brie", version: "1.0").make())
///         let listing = try await test.index.projectListing("brie", for: nil)
///         …
///     }
package struct TestIndex: Sendable {
    /// The index.
    package let index: Index
    /// Its database.
    package let database: TestDatabase
    /// Its clock, which the test moves.
    package let clock: FixedClock
    /// The folder with its blobs.
    package let folder: TemporaryFolder
    /// The user `alice`, who publishes unless another is named; she has no password.
    package let user: User

    /// Puts the parts together, for a test with a second index over the same database.
    package init(
        index: Index, database: TestDatabase, clock: FixedClock, folder: TemporaryFolder, user: User
    ) {
        self.index = index
        self.database = database
        self.clock = clock
        self.folder = folder
        self.user = user
    }

    /// Runs a test with an index of its own and removes it afterwards.
    ///
    /// `blobs` may put another store around the one on disk, for tests in which storage fails.
    @discardableResult
    package static func with<T>(
        _ driver: TestDriver = .sqlite, settings: IndexSettings = IndexSettings(),
        clock: FixedClock = FixedClock(), connections: Int = 4,
        blobs wrap: (DiskBlobStore) -> any BlobStore = { $0 },
        site: SiteAddress = SiteAddress(), mailSender: (any MailSender)? = RecordedMails(),
        descriptionRenderer: DescriptionRenderer? = nil, httpFetcher: (any HTTPFetcher)? = nil,
        _ body: (TestIndex) async throws -> T
    ) async throws -> T {
        let folder = try TemporaryFolder()
        return try await driver.withFresh(Schema.migrations, connections: connections) { database in
            var logger = Logger(label: "test")
            logger.logLevel = .critical
            // Passwords are checked as always, at a sixty-fourth of the work.
            var settings = settings
            settings.passwordWork = 10
            let index = Index(
                database: database, blobs: wrap(try DiskBlobStore(folder: folder.path)),
                settings: settings, clock: clock, site: site, logger: logger,
                mailSender: mailSender, descriptionRenderer: descriptionRenderer,
                httpFetcher: httpFetcher)
            return try await body(
                TestIndex(
                    index: index, database: database, clock: clock, folder: folder,
                    user: try await addUser("alice", to: database, index)))
        }
    }

    /// The user as someone who has shown a password.
    package var principal: Principal { Principal(user: user) }

    /// The user as one who asks for a change.
    package var requester: Requester { Requester(principal) }

    /// Adds a user without a password, which costs no scrypt; `Index.addUser` makes one with.
    @discardableResult
    package func addUser(_ name: String, isAdmin: Bool = false) async throws -> User {
        try await Self.addUser(name, isAdmin: isAdmin, to: database, index)
    }

    private static func addUser(
        _ name: String, isAdmin: Bool = false, to database: TestDatabase, _ index: Index
    ) async throws -> User {
        try await database.write { connection in
            try connection.run(
                """
                INSERT INTO users (uid, name, normalized_name, is_admin, created_at)
                VALUES ($1, $2, $3, $4, 0)
                """, "uid-of-\(name)", name, name.lowercased(), isAdmin)
            try connection.run(
                """
                INSERT INTO emails (user_id, address, normalized_address, is_primary, is_verified,
                    created_at, verified_at)
                SELECT id, $2, lower($2), 1, 1, 0, 0 FROM users WHERE uid = $1
                """, "uid-of-\(name)", "\(name)@index.example")
        }
        guard let user = try await index.user(named: name) else { throw UserNotAdded() }
        return user
    }

    /// The text of a new token of a user, of alice unless another is named.
    package func token(
        of name: String? = nil, for projects: [String] = [],
        scopes: Set<TokenScope> = [.upload, .read, .manage], lifetime: Duration? = nil
    ) async throws -> String {
        try await index.issueToken(
            to: name ?? user.name,
            TokenRequest(
                projects: try projects.map { try ProjectName($0) }, scopes: scopes,
                lifetime: lifetime))
    }

    /// Publishes a distribution with the form that a client would send, some of its fields changed.
    ///
    /// A field given with several values is sent as often, one with none is left out.
    @discardableResult
    package func publish(
        _ distribution: (filename: String, bytes: [UInt8]), form changes: [String: [String]] = [:],
        by principal: Principal? = nil
    ) async throws -> UploadOutcome {
        try await index.publish(
            try await upload(distribution, form: changes), by: principal ?? self.principal)
    }

    /// A distribution that has arrived with its form and waits to be published.
    package func upload(
        _ distribution: (filename: String, bytes: [UInt8]), form changes: [String: [String]] = [:],
        contentType: String? = "application/octet-stream"
    ) async throws -> Upload {
        var file = try await index.receiveFile(limit: try await index.largestFile(by: principal))
        do {
            try await file.append(distribution.bytes[...])
            return try await file.finish(
                UploadForm(
                    fields: Self.fields(of: distribution, changes),
                    filename: distribution.filename, contentType: contentType))
        } catch {
            file.discard()
            throw error
        }
    }

    /// The fields that a client sends with a distribution, some of them changed.
    ///
    /// Name and version are those of the file name; where it does not parse, `example` and `1.0`.
    package static func fields(
        of distribution: (filename: String, bytes: [UInt8]), _ changes: [String: [String]] = [:]
    ) -> [(name: String, value: String)] {
        let filename = try? DistributionFilename(distribution.filename)
        let isWheel = distribution.filename.hasSuffix(".whl")
        let digest = SHA256.hash(data: distribution.bytes).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
        let usual = [
            (name: ":action", value: "file_upload"), (name: "protocol_version", value: "1"),
            (name: "name", value: filename?.name.normalized ?? "example"),
            (name: "version", value: filename?.version.normalized ?? "1.0"),
            (name: "filetype", value: isWheel ? "bdist_wheel" : "sdist"),
            (name: "pyversion", value: isWheel ? "py3" : "source"),
            (name: "metadata_version", value: "2.4"),
            (name: "sha256_digest", value: digest.joined()),
        ]
        return usual.filter { changes[$0.name] == nil }
            + changes.sorted { $0.key < $1.key }.flatMap { name, values in
                values.map { (name: name, value: $0) }
            }
    }
}

/// A user was written and cannot be read back.
private struct UserNotAdded: Error {}

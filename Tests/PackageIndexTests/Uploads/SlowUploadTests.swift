import CheeseboardTesting
import Database
import PackageIndex
import Testing

@Suite struct `An upload whose body comes for long` {
    private static let reset = "UPDATE users SET password_hash = 'another'"

    @Test(arguments: ["UPDATE users SET is_frozen = 1", "UPDATE users SET deleted_at = 1"])
    func `is not published for a user who is frozen or gone by then`(
        _ change: String
    ) async throws {
        for isByToken in [false, true] {
            #expect(try await outcome(after: change, isByToken: isByToken) == .credentialsInvalid)
        }
    }

    @Test func `is not published by a token that was revoked, or a password that was changed`()
        async throws
    {
        let revoked = "UPDATE tokens SET revoked_at = 1"
        #expect(try await outcome(after: revoked, isByToken: true) == .credentialsInvalid)
        #expect(try await outcome(after: Self.reset, isByToken: false) == .credentialsInvalid)
    }

    @Test func `is published by a token whose owner has another password by then`() async throws {
        #expect(try await outcome(after: Self.reset, isByToken: true) == nil)
    }

    /// What becomes of an upload by alice where something changes just before it is written down.
    private func outcome(after change: String, isByToken: Bool) async throws -> RefusalCode? {
        try await TestIndex.with { test in
            let database = InterruptedDatabase(test.database)
            let slow = TestIndex(
                index: Index(
                    database: database, blobs: test.index.blobs, settings: test.index.settings,
                    clock: test.clock),
                database: test.database, clock: test.clock, folder: test.folder, user: test.user)
            let principal =
                isByToken
                ? try await slow.index.authenticate(.token(try await test.token()))
                : test.principal
            database.interrupt(write: 1, with: change)
            let outcome = try await code { try await slow.publish(.wheel(), by: principal) }
            let files: Int64? = try await test.database.read {
                try $0.row("SELECT COUNT(*) AS n FROM files")?.get("n")
            }
            #expect(files == (outcome == nil ? 1 : 0))
            return outcome
        }
    }
}

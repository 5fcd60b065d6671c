import CheeseboardTesting
import Database
import PackageIndex
import PythonPackaging
import Testing

@Suite struct `The right to publish` {
    @Test func `nobody but a member adds to a project`() async throws {
        try await TestIndex.with { test in
            try await test.publish(.wheel())
            let bob = Principal(user: try await test.addUser("bob"))
            #expect(try await code { try await test.publish(.wheel("1.1"), by: bob) } == .noRole)
            // Not even what would change nothing.
            #expect(try await code { try await test.publish(.wheel(), by: bob) } == .noRole)
            try await test.database.write { connection in
                try connection.run(
                    """
                    INSERT INTO roles (project_id, user_id, role, created_at)
                    VALUES (1, $1, 'maintainer', 0)
                    """, bob.user.id)
            }
            try await test.publish(.wheel("1.1"), by: bob)
        }
    }

    @Test func `a private project's name is refused in the words of a prohibited one`() async throws
    {
        try await TestIndex.with { test in
            try await test.publish(.wheel())
            try await test.database.write {
                try $0.run("UPDATE projects SET visibility = 'private'")
            }
            let bob = Principal(user: try await test.addUser("bob"))
            let refusal = try await #require(throws: Refusal.self) {
                try await test.publish(.wheel("1.1"), by: bob)
            }
            #expect(refusal.code == .nameProhibited)
            #expect(
                refusal.message == "The name 'brie' isn't allowed. Choose another project name.")
            try await test.publish(.wheel("1.1"))
            #expect(try await test.index.projectListing("brie", for: bob) == nil)
            #expect(try await test.index.projectListing("brie", for: nil) == nil)
            #expect(try await test.index.projectListing("brie", for: test.principal) != nil)
            #expect(try await test.index.offeredFile(Sample.wheel().filename, for: bob) == nil)
            #expect(try await test.index.projectList(for: bob).projects.isEmpty)
            #expect(try await test.index.projectList(for: test.principal).projects.count == 1)
        }
    }

    /// Who uploads, and whether they may know of a private project with the same bytes.
    enum Uploader: CaseIterable {
        case member, memberByTokenForUploading, stranger

        var knows: Bool { self == .member }

        func principal(_ test: TestIndex) async throws -> Principal {
            switch self {
            case .member: return test.principal
            case .memberByTokenForUploading:
                let text = try await test.token(scopes: [.upload])
                return try await test.index.authenticate(.token(text))
            case .stranger: return Principal(user: try await test.addUser("bob"))
            }
        }
    }

    @Test(arguments: TestDriver.available, Uploader.allCases)
    func `a private project's file is not told of to who uploads the same bytes`(
        _ driver: TestDriver, _ uploader: Uploader
    ) async throws {
        try await TestIndex.with(driver) { test in
            try await test.publish(.sdist())
            try await test.database.write {
                try $0.run(
                    """
                    UPDATE projects
                    SET visibility = 'private', name = 'secret', normalized_name = 'secret'
                    """)
                try $0.run("UPDATE files SET filename = 'secret-1.0.tar.gz'")
                try $0.run("DELETE FROM filenames")
            }
            let principal = try await uploader.principal(test)
            guard uploader.knows else {
                let outcome = try await test.publish(.sdist(), by: principal)
                #expect(!outcome.isUnchanged)
                return
            }
            let refusal = try await #require(throws: Refusal.self) {
                try await test.publish(.sdist(), by: principal)
            }
            #expect(refusal.code == .fileExists && refusal.message.contains("secret-1.0.tar.gz"))
        }
    }

    @Test func `the public profile keeps the names of Python's own modules`() async throws {
        var settings = IndexSettings()
        settings.profile = .pypi
        let builder = WheelBuilder(name: "asyncio", version: "1.0")
        try await TestIndex.with(settings: settings) { test in
            let refused = try await code { try await test.publish(builder.make()) }
            #expect(refused == .nameProhibited)
        }
        try await TestIndex.with { test in
            let outcome = try await test.publish(builder.make())
            #expect(!outcome.isUnchanged)
        }
    }

    @Test(arguments: ProjectStatus.allCases)
    func `a project takes uploads or not by its status`(_ status: ProjectStatus) async throws {
        try await TestIndex.with { test in
            try await test.publish(.wheel())
            try await test.index.changeStatus(
                of: try ProjectName("brie"), to: status, reason: "so", by: .machineOwner)
            let refused = try await code { try await test.publish(.wheel("1.1")) }
            let isOpen = status == .active || status == .deprecated
            #expect(refused == (isOpen ? nil : .projectClosed))
        }
    }

    @Test func `a deleted project's name is not free, and its restored self takes uploads`()
        async throws
    {
        try await TestIndex.with { test in
            let brie = try ProjectName("brie")
            try await test.publish(.wheel())
            try await test.index.deleteProject(brie, by: test.requester)
            #expect(try await code { try await test.publish(.wheel("1.1")) } == .projectDeleted)
            try await test.index.restoreProject(brie, by: test.requester)
            try await test.publish(.wheel("1.1"))
            let files = try await test.index.projectListing("brie", for: nil)?.files ?? []
            #expect(files.count == 2)
        }
    }
}

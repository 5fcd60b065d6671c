import CheeseboardTesting
import Database
import PackageIndex
import PythonPackaging
import Testing

@Suite struct `The right to read` {
    private static let closed: IndexSettings = {
        var settings = IndexSettings()
        settings.readAccess = .authenticated
        return settings
    }()

    private static let reading: [PackageIndex.Operation] = [
        .readProjectList, .search, .readProject, .readFile, .readStatistics,
    ]

    @Test func `an open index asks nobody`() async throws {
        try await TestIndex.with { test in
            let holder = try await principal(test, scopes: [.upload])
            for operation in Self.reading {
                try test.index.authorizeReading(nil, operation)
                try test.index.authorizeReading(holder, operation)
            }
        }
    }

    @Test func `a closed index asks who reads, and what a token is for`() async throws {
        try await TestIndex.with(settings: Self.closed) { test in
            try await test.publish(.wheel())
            let reader = try await principal(test, scopes: [.read])
            let uploader = try await principal(test, scopes: [.upload])
            let limited = try await principal(test, for: ["brie"], scopes: [.read])
            let other = try await principal(test, for: ["feta"], scopes: [.read])
            for operation in Self.reading {
                #expect(
                    try await code { try test.index.authorizeReading(nil, operation) }
                        == .credentialsMissing)
                #expect(
                    try await code { try test.index.authorizeReading(uploader, operation) }
                        == .tokenForbids)
                try test.index.authorizeReading(reader, operation)
                try test.index.authorizeReading(test.principal, operation)
            }
            try test.index.authorizeReading(limited, .readProject)
            #expect(
                try await code { try test.index.authorizeReading(limited, .readProjectList) }
                    == .tokenForbids)
            #expect(try await test.index.projectListing("brie", for: limited) != nil)
            #expect(try await test.index.projectListing("brie", for: reader) != nil)
            #expect(
                try await code { try await test.index.projectListing("brie", for: other) }
                    == .tokenForbids)
            let name = Sample.wheel().filename
            #expect(try await test.index.offeredFile(name, for: limited) != nil)
            #expect(
                try await code { try await test.index.offeredFile(name, for: other) }
                    == .tokenForbids)
        }
    }

    @Test(arguments: TestDriver.available)
    func `a private project looks to a token for something else as if it were not there`(
        _ driver: TestDriver
    ) async throws {
        try await TestIndex.with(driver) { test in
            try await test.publish(.wheel())
            try await test.publish(WheelBuilder(name: "feta", version: "1.0").make())
            try await test.database.write { connection in
                try connection.run("UPDATE projects SET visibility = 'private' WHERE name = 'brie'")
            }
            for (holder, isShown) in [
                (try await principal(test, scopes: [.read]), true),
                (try await principal(test, for: ["brie"], scopes: [.read]), true),
                (try await principal(test, for: ["feta"], scopes: [.read]), false),
                (try await principal(test, scopes: [.upload]), false),
            ] {
                let listing = try await test.index.projectListing("brie", for: holder)
                #expect((listing != nil) == isShown)
                let file = try await test.index.offeredFile(Sample.wheel().filename, for: holder)
                #expect((file != nil) == isShown)
            }
            let names = try await test.index.projectList(
                for: try await principal(test, scopes: [.upload])
            ).projects.map(\.name)
            #expect(names == ["feta"])
        }
    }

    @Test func `who may do what is said for every operation`() {
        #expect(
            PackageIndex.Operation.upload.rule
                == .members(
                    scope: .upload, roles: [.owner, .maintainer]))
        #expect(
            PackageIndex.Operation.manageProject.rule
                == .members(
                    scope: .manage, roles: [.owner]))
        for operation in PackageIndex.Operation.allCases {
            let isReading = operation.rule == .readers
            #expect(isReading == Self.reading.contains(operation))
        }
        #expect(PackageIndex.Operation.createFirstAdministrator.rule == .holderOfTheLink)
    }

    private func principal(
        _ test: TestIndex, for projects: [String] = [], scopes: Set<TokenScope>
    ) async throws -> Principal {
        let text = try await test.token(for: projects, scopes: scopes)
        return try await test.index.authenticate(.token(text))
    }
}

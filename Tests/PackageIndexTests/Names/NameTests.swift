import CheeseboardTesting
import Database
import PackageIndex
import PythonPackaging
import Testing

@Suite struct `Names of new projects` {
    private static let strict: IndexSettings = {
        var settings = IndexSettings()
        settings.profile = .pypi
        return settings
    }()

    @Test(arguments: TestDriver.available)
    func `a name like another is refused in pypi, and taken in private`(
        _ driver: TestDriver
    ) async throws {
        for (settings, refused) in [
            (Self.strict, RefusalCode.nameTooSimilar as RefusalCode?), (IndexSettings(), nil),
        ] {
            try await TestIndex.with(driver, settings: settings) { test in
                try await publish("old-llama", test)
                for name in ["oldllama", "0ld.11ama", "Old_IIama"] {
                    #expect(try await code { try await publish(name, test) } == refused)
                }
                try await publish("old-lama", test)
            }
        }
    }

    @Test(arguments: TestDriver.available)
    func `a user makes twenty new projects an hour in pypi, and no more`(
        _ driver: TestDriver
    ) async throws {
        try await TestIndex.with(driver, settings: Self.strict) { test in
            let client = ClientTrace(address: "192.0.2.7", userAgent: nil, network: nil)
            func make(_ name: String) async throws {
                let upload = try await test.upload(WheelBuilder(name: name, version: "1.0").make())
                _ = try await test.index.publish(upload, by: test.principal, from: client)
            }
            for number in 1...20 { try await make("wheel-of-cheese-\(number * 37)-\(number)") }
            #expect(try await code { try await make("one-more") } == .tooManyTries)
            #expect(try await test.index.projectListing("one-more", for: nil) == nil)
            test.clock.advance(by: .seconds(3600))
            try await make("one-more")
        }
    }

    @Test func `a private project's name rules nothing out for outsiders but itself`()
        async throws
    {
        try await TestIndex.with(settings: Self.strict) { test in
            try await publish("old-llama", test)
            try await test.index.changeVisibility(
                of: try ProjectName("old-llama"), to: .private, by: test.requester)
            let bob = Principal(user: try await test.addUser("bob"))
            #expect(
                try await code { try await publish("oldllama", test) } == .nameTooSimilar)
            #expect(
                try await code { try await publish("old-llama", test, by: bob) }
                    == .nameProhibited)
            try await publish("oldllama", test, by: bob)
        }
    }

    @Test(arguments: TestDriver.available)
    func `administrators prohibit names, delete what has one, and allow them again`(
        _ driver: TestDriver
    ) async throws {
        try await TestIndex.with(driver) { test in
            let admin = Requester(Principal(user: try await test.addUser("root", isAdmin: true)))
            let (brie, feta) = (try ProjectName("Brie"), try ProjectName("feta"))
            try await test.publish(.wheel())
            #expect(
                try await code {
                    try await test.index.prohibitName(feta, reason: nil, by: test.requester)
                } == .administratorsOnly)
            try await test.index.prohibitName(feta, reason: "a trap", by: admin)
            try await test.index.prohibitName(feta, reason: "again", by: admin)
            #expect(try await code { try await publish("Feta", test) } == .nameProhibited)
            // A project that stays goes on.
            try await test.index.prohibitName(brie, reason: nil, by: admin)
            try await test.publish(.wheel("1.1"))
            try await test.index.prohibitName(
                brie, reason: nil, deletingProject: true, by: admin)
            #expect(try await test.index.projectListing("brie", for: nil) == nil)
            #expect(
                try await code { try await test.index.restoreProject(brie, by: test.requester) }
                    == .nameProhibited)
            let names = try await test.index.prohibitedNames(by: admin)
            #expect(names.map(\.name) == ["brie", "feta"])
            #expect(names.last?.reason == "a trap" && names.last?.createdBy == "root")
            try await test.index.allowName(brie, by: admin)
            try await test.index.restoreProject(brie, by: test.requester)
            try await test.index.allowName(feta, by: admin)
            #expect(
                try await code { try await test.index.allowName(feta, by: admin) }
                    == .nameNotProhibited)
            try await publish("feta", test)
            for action in [
                { try await test.index.allowName(feta, by: test.requester) },
                { _ = try await test.index.prohibitedNames(by: test.requester) },
            ] as [@Sendable () async throws -> Void] {
                #expect(try await code { try await action() } == .administratorsOnly)
            }
        }
    }

    @Test(arguments: [
        ("reequests", "requests", NameResemblance.Rule.repeatedCharacter),
        ("reqests", "requests", .omittedCharacter), ("reqeusts", "requests", .swappedCharacters),
        ("client-redis", "redis-client", .swappedWords), ("nurnpy", "numpy", .mistakenCharacter),
        ("numpv", "numpy", .mistakenCharacter), ("c1ick", "click", .mistakenCharacter),
    ])
    func `a slip is recognised`(
        _ name: String, _ known: String, _ rule: NameResemblance.Rule
    ) {
        let all: Set = ["requests", "redis-client", "numpy", "click"]
        #expect(
            NameResemblance.find(name, among: all) == NameResemblance(rule: rule, name: known))
    }

    @Test(arguments: ["requests", "numpy-financial", "a", "", "-", "abcdefgh", "re-quest-s-x"])
    func `other names are none`(_ name: String) {
        #expect(NameResemblance.find(name, among: ["requests", "numpy"]) == nil)
    }

    private func publish(
        _ name: String, _ test: TestIndex, by principal: Principal? = nil
    ) async throws {
        try await test.publish(
            WheelBuilder(name: name, version: "1.0").make(), by: principal)
    }
}

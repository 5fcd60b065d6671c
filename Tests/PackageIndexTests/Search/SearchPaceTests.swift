import CheeseboardTesting
import PackageIndex
import Testing

@Suite struct `Searching often` {
    private static func client(_ network: String) -> ClientTrace {
        ClientTrace(address: network, userAgent: nil, network: network)
    }

    private static func withPace(
        _ profile: Profile, _ body: (SearchTesting, () async throws -> Void) async throws -> Void
    ) async throws {
        var settings = IndexSettings()
        settings.profile = profile
        try await SearchTesting.with(settings: settings) { testing in
            try await body(testing) {
                _ = try await testing.search.search(
                    SearchQuery("brie"), for: nil, from: Self.client("192.0.2.1"))
            }
        }
    }

    @Test func `is refused to one network for a moment, and to no other`() async throws {
        try await Self.withPace(.pypi) { testing, search in
            for _ in 0..<20 { try await search() }
            let refusal = await #expect(throws: Refusal.self) { try await search() }
            #expect(refusal?.code == .tooManyTries && refusal?.retryAfter == 1)
            await #expect(throws: Refusal.self) {
                try await testing.search.suggestions(
                    "br", for: nil, from: Self.client("192.0.2.1"))
            }
            _ = try await testing.search.search(
                SearchQuery("brie"), for: nil, from: Self.client("192.0.2.2"))
            testing.test.clock.advance(by: .seconds(1))
            for _ in 0..<5 { try await search() }
            await #expect(throws: Refusal.self) { try await search() }
        }
    }

    @Test func `is not counted where a company searches from one address`() async throws {
        try await Self.withPace(.private) { _, search in
            for _ in 0..<100 { try await search() }
        }
    }
}

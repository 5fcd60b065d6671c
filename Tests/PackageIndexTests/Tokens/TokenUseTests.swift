import CheeseboardTesting
import Database
import PackageIndex
import PythonPackaging
import Testing

@Suite struct `Using a token` {
    @Test(arguments: TestDriver.available)
    func `stands for its user until it is revoked`(_ driver: TestDriver) async throws {
        try await TestIndex.with(driver) { test in
            let text = try await test.token()
            #expect(text.hasPrefix("cheeseboard-"))
            #expect(try await test.index.authenticate(.token(text)).user == test.user)
            let token = try #require(try await test.index.tokens(of: "Alice").first)
            #expect(token.revokedAt == nil && token.expiresAt == nil)
            #expect(!text.contains(token.uid))
            try await test.index.revokeToken(token.uid)
            try await test.index.revokeToken(token.uid)
            #expect(try await isInvalid(text, test))
            #expect(try await test.index.tokens(of: "alice").first?.revokedAt == test.clock.now())
            #expect(
                try await code { try await test.index.revokeToken("no\u{1}ne") } == .tokenUnknown)
            #expect(try await code { try await test.index.tokens(of: "bob") } == .userUnknown)
            #expect(try await code { try await test.token(of: "bob") } == .userUnknown)
        }
    }

    @Test func `dies with its user's account`() async throws {
        try await TestIndex.with { test in
            let text = try await test.token()
            try await test.index.freezeUser("alice")
            #expect(try await isInvalid(text, test))
        }
    }

    @Test func `what is forged, cut short or no token at all is nobody's`() async throws {
        try await TestIndex.with { test in
            let text = try await test.token()
            let middle = text.index(text.startIndex, offsetBy: text.count / 2)
            for wrong in [
                "", "cheeseboard-", "pypi-AgEI", String(text.dropLast()), String(text.dropFirst()),
                text.replacingCharacters(at: middle), text + "AAAA",
                String(repeating: "cheeseboard-", count: 10_000),
            ] {
                #expect(try await isInvalid(wrong, test))
            }
        }
    }

    @Test(arguments: TestDriver.available)
    func `keeps the time of its last use to the minute`(_ driver: TestDriver) async throws {
        try await TestIndex.with(driver) { test in
            let text = try await test.token()
            let start = test.clock.now()
            func lastUse() async throws -> Timestamp? {
                _ = try await test.index.authenticate(.token(text))
                return try await test.index.tokens(of: "alice").first?.lastUsedAt
            }
            #expect(try await test.index.tokens(of: "alice").first?.lastUsedAt == nil)
            #expect(try await lastUse() == start)
            test.clock.advance(by: .seconds(59))
            #expect(try await lastUse() == start)
            test.clock.advance(by: .seconds(1))
            #expect(try await lastUse() == start + .seconds(60))
        }
    }

    @Test func `uploads only with the scope for it`() async throws {
        try await TestIndex.with { test in
            let reader = try await principal(test, scopes: [.read, .manage])
            #expect(
                try await code { try await test.publish(.wheel(), by: reader) } == .tokenForbids)
            let uploader = try await principal(test, scopes: [.upload])
            try await test.publish(.wheel(), by: uploader)
        }
    }

    @Test func `ends by itself`() async throws {
        try await TestIndex.with { test in
            let holder = try await principal(test, lifetime: .seconds(60))
            #expect(
                try await test.index.tokens(of: "alice").first?.expiresAt
                    == test.clock.now() + .seconds(60))
            try await test.publish(.wheel(), by: holder)
            test.clock.advance(by: .seconds(60))
            let refusal = try await #require(throws: Refusal.self) {
                try await test.publish(.wheel("1.1"), by: holder)
            }
            #expect(refusal.code == .tokenForbids)
            #expect(refusal.message == "Invalid API Token: the token has expired")
        }
    }

    @Test(arguments: TestDriver.available)
    func `proves nothing any more once its time is over`(_ driver: TestDriver) async throws {
        try await TestIndex.with(driver) { test in
            let text = try await test.token(lifetime: .seconds(60))
            func state() async throws -> Token.State? {
                try await test.index.tokens(of: "alice").first?.state(at: test.clock.now())
            }
            _ = try await test.index.authenticate(.token(text))
            #expect(try await state() == .active)
            test.clock.advance(by: .seconds(60))
            let refusal = try await #require(throws: Refusal.self) {
                try await test.index.authenticate(.token(text))
            }
            #expect(refusal.code == .credentialsInvalid)
            #expect(refusal.message == "Invalid API Token: the token has expired")
            #expect(try await state() == .expired)
            let used = try await test.index.tokens(of: "alice").first?.lastUsedAt
            #expect(used == test.clock.now() - .seconds(60))
            // Only whoever holds the genuine token is told so much.
            #expect(
                try await code { try await test.index.authenticate(.token(text + "AAAA")) }
                    == .credentialsInvalid)
            let token = try #require(try await test.index.tokens(of: "alice").first)
            try await test.index.revokeToken(token.uid)
            #expect(try await state() == .revoked)
        }
    }

    @Test func `that is for a project makes that project and no other`() async throws {
        try await TestIndex.with { test in
            let holder = try await principal(test, for: ["Brie"])
            let other = WheelBuilder(name: "feta", version: "1.0").make()
            #expect(try await code { try await test.publish(other, by: holder) } == .tokenForbids)
            try await test.publish(.wheel(), by: holder)
            try await test.publish(.wheel("1.1"), by: holder)
        }
    }

    @Test func `that was made for a project dies with it`() async throws {
        try await TestIndex.with { test in
            try await test.publish(.wheel())
            let holder = try await principal(test, for: ["brie"])
            try await test.publish(.wheel("1.1"), by: holder)
            try await test.index.deleteProject(try ProjectName("brie"), by: .machineOwner)
            test.clock.advance(by: .seconds(31 * 24 * 3600))
            try await test.index.collectGarbage()
            #expect(
                try await code { try await test.publish(.wheel("1.2"), by: holder) }
                    == .tokenForbids)
            try await test.publish(.wheel("1.2"))
            #expect(
                try await code { try await test.publish(.wheel("1.3"), by: holder) }
                    == .tokenForbids)
        }
    }

    @Test func `gives no more rights than its user has`() async throws {
        try await TestIndex.with { test in
            try await test.publish(.wheel())
            try await test.addUser("bob")
            let text = try await test.token(of: "bob")
            let bob = try await test.index.authenticate(.token(text))
            #expect(try await code { try await test.publish(.wheel("1.1"), by: bob) } == .noRole)
        }
    }

    private func principal(
        _ test: TestIndex, for projects: [String] = [], scopes: Set<TokenScope> = [.upload],
        lifetime: Duration? = nil
    ) async throws -> Principal {
        let text = try await test.token(for: projects, scopes: scopes, lifetime: lifetime)
        return try await test.index.authenticate(.token(text))
    }

    private func isInvalid(_ text: String, _ test: TestIndex) async throws -> Bool {
        try await code { try await test.index.authenticate(.token(text)) } == .credentialsInvalid
    }
}

extension String {
    /// The text with another letter at a place.
    fileprivate func replacingCharacters(at index: Index) -> String {
        replacingSubrange(index, with: self[index] == "A" ? "B" : "A")
    }

    private func replacingSubrange(_ index: Index, with letter: Character) -> String {
        var text = self
        text.remove(at: index)
        text.insert(letter, at: index)
        return text
    }
}

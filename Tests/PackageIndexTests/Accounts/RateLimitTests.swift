import CheeseboardTesting
import Database
import PackageIndex
import Testing

@Suite struct `Tries that are counted` {
    private static let password = "correct horse battery"

    private static func browser(_ number: Int) -> SignInBrowser {
        SignInBrowser(
            client: ClientTrace(
                address: "192.0.2.\(number)", userAgent: nil, network: "192.0.2.\(number)"))
    }

    @Test(arguments: TestDriver.available)
    func `who was refused uses up nobody else's tries`(_ driver: TestDriver) async throws {
        try await TestIndex.with(driver) { test in
            try await test.index.addUser(
                name: "marie", email: "marie@index.example", password: Self.password)
            // More than everybody together may try, and all but ten of them refused at once.
            for number in 0..<1100 {
                let refused = try await code {
                    try await test.index.signIn(
                        "user\(number)", password: "wrong", in: Self.browser(1))
                }
                #expect(refused == (number < 10 ? .credentialsInvalid : .tooManyTries))
            }
            for _ in 0..<20 {
                _ = try await code {
                    try await test.index.signIn("marie", password: "wrong", in: Self.browser(1))
                }
            }
            let refused = try await code {
                try await test.index.signIn("marie", password: Self.password, in: Self.browser(2))
            }
            #expect(refused == nil)
        }
    }

    @Test func `what can be nobody's name is counted by network alone`() async throws {
        try await TestIndex.with { test in
            try await test.index.addUser(
                name: "marie", email: "marie@index.example", password: Self.password)
            for number in 1...12 {
                let refused = try await code {
                    try await test.index.signIn(
                        "marie@\(number)", password: Self.password, in: Self.browser(1))
                }
                #expect(refused == (number <= 10 ? .credentialsInvalid : .tooManyTries))
            }
            for number in 1...25 {
                let refused = try await code {
                    try await test.index.authenticate(
                        .password(user: "\(number)@", password: "wrong"))
                }
                #expect(refused == (number <= 20 ? .credentialsInvalid : .tooManyTries))
            }
            do {
                _ = try await test.index.signIn(
                    "marie@index.example", password: Self.password, in: Self.browser(2))
                Issue.record("an address is no name")
            } catch let refusal as Refusal {
                #expect(refusal.code == .credentialsInvalid)
                #expect(refusal.help == "Sign in with the user name, not the address.")
            }
            let client = ClientTrace(address: nil, userAgent: nil, network: "192.0.2.3")
            #expect(
                try await code {
                    try await test.index.authenticate(
                        .password(user: "@", password: "wrong"), from: client)
                } == .credentialsInvalid)
            #expect(
                try await code {
                    try await test.index.signIn(
                        " Marie ", password: Self.password, in: Self.browser(2))
                } == nil)
        }
    }

    @Test func `guesses at the same time count before they are judged`() async throws {
        try await TestIndex.with { test in
            try await test.index.addUser(
                name: "marie", email: "marie@index.example", password: Self.password)
            // An installer asks the same many times at once, and is right.
            #expect(try await ask(test.index, { _ in Self.password }).allSatisfy { $0 == nil })
            let outcomes = try await ask(test.index) { "wrong \($0)" }
            let judged = outcomes.count { $0 == .credentialsInvalid }
            #expect((1...20).contains(judged))
            #expect(outcomes.count { $0 == .tooManyTries } == 60 - judged)
        }
    }

    @Test func `who is refused for guesses under way alone is told to wait a moment`() async throws
    {
        try await TestIndex.with { test in
            try await test.index.addUser(
                name: "marie", email: "marie@index.example", password: Self.password)
            let gate = Gate()
            let (begun, begin) = AsyncStream<Void>.makeStream()
            async let writing: Void = test.database.write { _ in
                begin.finish()
                gate.pass()
            }
            for await _ in begun {}
            // No guess is counted before the gate opens: all but the one that is refused wait.
            let refused = try await withThrowingTaskGroup(
                of: Refusal?.self, returning: Refusal?.self
            ) { group in
                for number in 0..<21 {
                    group.addTask {
                        do {
                            _ = try await test.index.authenticate(
                                .password(user: "marie", password: "wrong \(number)"))
                            return nil
                        } catch let refusal as Refusal {
                            return refusal
                        }
                    }
                }
                let first = await group.nextResult()
                gate.open()
                try await group.waitForAll()
                return try first?.get() ?? nil
            }
            try await writing
            #expect(refused?.code == .tooManyTries && refused?.retryAfter == 1)
            #expect(refused?.help == "Try again in a few seconds.")
        }
    }

    /// What becomes of sixty who show a password at the same time.
    private func ask(
        _ index: Index, _ password: @escaping @Sendable (Int) -> String
    ) async throws -> [RefusalCode?] {
        try await withThrowingTaskGroup(of: RefusalCode?.self) { group in
            for number in 0..<60 {
                group.addTask {
                    try await code {
                        try await index.authenticate(
                            .password(user: "marie", password: password(number)))
                    }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }
}

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
}

import PackageIndex
import Testing

@Suite(.timeLimit(.minutes(1))) struct `Checking passwords` {
    /// Of the password `Brillat`, by the cheapest parameters that are accepted.
    private static let hash = PasswordHash(
        stored: "scrypt$10$1$1$AAAAAAAAAAAAAAAAAAAAAA==$"
            + "yYiztO0FfRZar6WakSG4WKADl+d21LCOLJ3OR/ve7m8=")

    @Test func `what was right once is known in a flood of wrong ones`() async throws {
        let gate = Gate()
        let threads = BlockingPool(width: 1, places: 0)
        let verifier = PasswordVerifier(kept: 10, threads: threads)
        #expect(try await verifier.isValid("Brillat", for: Self.hash))
        for number in 0..<100 {
            #expect(try await !verifier.isValid("wrong \(number)", for: Self.hash))
        }
        try await withThrowingTaskGroup { group in
            group.addTask { try await threads.run { gate.pass() } }
            while gate.most == 0 { await Task.yield() }
            #expect(try await verifier.isValid("Brillat", for: Self.hash))
            #expect(try await !verifier.isValid("wrong 99", for: Self.hash))
            #expect(
                try await code { try await verifier.isValid("wrong 0", for: Self.hash) }
                    == .tooManySignIns)
            #expect(
                try await code { try await verifier.isValid("Brillat", for: nil) }
                    == .tooManySignIns)
            gate.open()
            try await group.waitForAll()
        }
        #expect(try await !verifier.isValid("wrong 0", for: Self.hash))
    }
}

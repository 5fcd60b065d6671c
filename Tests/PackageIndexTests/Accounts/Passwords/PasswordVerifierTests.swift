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
        #expect(try await verifier.isValid("Brillat", of: "marie", for: Self.hash))
        for number in 0..<100 {
            #expect(try await !verifier.isValid("wrong \(number)", of: "marie", for: Self.hash))
        }
        try await withThrowingTaskGroup { group in
            group.addTask { try await threads.run { gate.pass() } }
            while gate.most == 0 { await Task.yield() }
            #expect(try await verifier.isValid("Brillat", of: "marie", for: Self.hash))
            #expect(try await !verifier.isValid("wrong 99", of: "marie", for: Self.hash))
            #expect(
                try await code {
                    try await verifier.isValid("wrong 0", of: "marie", for: Self.hash)
                }
                    == .tooManySignIns)
            #expect(
                try await code { try await verifier.isValid("Brillat", of: "nobody", for: nil) }
                    == .tooManySignIns)
            gate.open()
            try await group.waitForAll()
        }
        #expect(try await !verifier.isValid("wrong 0", of: "marie", for: Self.hash))
    }

    @Test func `what is known of one unknown user says nothing of another`() async throws {
        let gate = Gate()
        let threads = BlockingPool(width: 1, places: 0)
        let verifier = PasswordVerifier(kept: 10, threads: threads)
        for (user, hash) in [("marie", Self.hash), ("nobody", nil)] {
            #expect(try await !verifier.isValid("guess", of: user, for: hash))
        }
        try await withThrowingTaskGroup { group in
            group.addTask { try await threads.run { gate.pass() } }
            while gate.most == 0 { await Task.yield() }
            // Those who were asked for are answered at once, and others are worked on, alike.
            for (user, hash) in [("marie", Self.hash), ("nobody", nil)] {
                #expect(try await !verifier.isValid("guess", of: user, for: hash))
            }
            for (user, hash) in [("harel", Self.hash), ("noone", nil)] {
                #expect(
                    try await code { try await verifier.isValid("guess", of: user, for: hash) }
                        == .tooManySignIns)
            }
            gate.open()
            try await group.waitForAll()
        }
    }
}

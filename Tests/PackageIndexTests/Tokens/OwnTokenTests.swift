import CheeseboardTesting
import Database
import PackageIndex
import PythonPackaging
import Testing

@Suite struct `Tokens that people make` {
    @Test(arguments: TestDriver.available)
    func `have a label of their own, are listed and revoked by their user, and written down`(
        _ driver: TestDriver
    ) async throws {
        try await Team.with(driver, having: ["bob": nil]) { team in
            let (index, alice) = (team.index, team.test.requester)
            let made = try await index.issueToken(
                TokenRequest(
                    label: " laptop ", projects: [team.brie], scopes: [.upload, .manage],
                    lifetime: .seconds(3600)), by: alice)
            #expect("\(made)" == "(the token \(made.uid))")
            let token = try #require(try await index.ownTokens(of: alice).first)
            #expect(token.label == "laptop" && token.scopes == [.upload, .manage])
            #expect(token.projects == ["brie"] && token.uid == made.uid)
            #expect(try await index.authenticate(.token(made.text)).user == team.test.user)
            #expect(
                try await code {
                    try await index.issueToken(TokenRequest(label: "laptop"), by: alice)
                } == .tokenLabelTaken)
            for label in [nil, "", "  ", String(repeating: "x", count: 101), "a\nb"] {
                #expect(
                    try await code {
                        try await index.issueToken(TokenRequest(label: label), by: alice)
                    } == .tokenLabelUnfit)
            }
            let bob = try await team.requester("bob")
            #expect(
                try await code { try await index.revokeToken(made.uid, by: bob) }
                    == .tokenUnknown)
            #expect(try await index.ownToken(made.uid, of: alice).label == "laptop")
            #expect(try await code { try await index.ownToken(made.uid, of: bob) } == .tokenUnknown)
            try await index.revokeToken(made.uid, by: alice)
            for _ in 0..<2 {
                #expect(
                    try await code { try await index.revokeToken(made.uid, by: alice) }
                        == .tokenUnknown)
            }
            #expect(
                try await code { try await index.ownToken(made.uid, of: alice) } == .tokenUnknown)
            #expect(try await index.ownTokens(of: alice).isEmpty)
            _ = try await index.issueToken(TokenRequest(label: "laptop"), by: alice)
            #expect(
                try await index.accountHistory(of: alice).compactMap(\.tag).prefix(3)
                    == [.tokenAdded, .tokenRemoved, .tokenAdded])
            #expect(
                try await team.events().suffix(2) == [.projectTokenAdded, .projectTokenRemoved])
        }
    }

    @Test func `a token made with a token can do no more than that one`() async throws {
        try await Team.with(having: [:]) { team in
            let parent = try await team.test.token(
                scopes: [.manage, .read], lifetime: .seconds(600))
            let holder = Requester(try await team.index.authenticate(.token(parent)))
            let made = try await team.index.issueToken(
                TokenRequest(label: "child", scopes: [.upload, .read]), by: holder)
            let child = Requester(try await team.index.authenticate(.token(made.text)))
            #expect(
                try await code {
                    try await team.test.publish(.wheel("1.1"), by: child.principal)
                } == .tokenForbids)
            team.test.clock.advance(by: .seconds(601))
            #expect(
                try await code { _ = try await team.index.authenticate(.token(made.text)) }
                    == .credentialsInvalid)
            let limited = try await team.test.token(for: ["brie"], scopes: [.manage])
            let other = Requester(try await team.index.authenticate(.token(limited)))
            #expect(
                try await code {
                    try await team.index.issueToken(TokenRequest(label: "x"), by: other)
                } == .tokenForbids)
        }
    }

    @Test func `making tokens is no way to send mails without end`() async throws {
        try await Team.with(having: ["bob": nil]) { team in
            let alice = team.test.requester
            let make = { (label: String, requester: Requester) in
                try await code {
                    try await team.index.issueToken(TokenRequest(label: label), by: requester)
                }
            }
            #expect(try await make("a", alice) == nil)
            // What was refused counts for nothing.
            for _ in 0..<9 { #expect(try await make("a", alice) == .tokenLabelTaken) }
            for number in 2...51 {
                let refused = try await make("\(number)", alice)
                #expect(refused == (number <= 50 ? nil : .tooManyTries))
            }
            let holder = Requester(
                try await team.index.authenticate(.token(try await team.test.token())))
            #expect(try await make("b", holder) == .tooManyTries)
            #expect(try await make("a", try await team.requester("bob")) == nil)
            let made: Int64? = try await team.test.database.read {
                try $0.row("SELECT COUNT(*) AS n FROM tokens WHERE label IS NOT NULL")?.get("n")
            }
            #expect(made == 51)
            team.test.clock.advance(by: .seconds(24 * 3600))
            #expect(try await make("b", alice) == nil)
        }
    }

    @Test func `a token's text tells nothing of other people's private projects`() async throws {
        try await Team.with(having: ["bob": nil]) { team in
            try await team.hide()
            let bob = try await team.requester("bob")
            for name in ["brie", "none"] {
                let made = try await team.index.issueToken(
                    TokenRequest(label: name, projects: [try ProjectName(name)]), by: bob)
                let token = try #require(
                    try await team.index.ownTokens(of: bob).first { $0.uid == made.uid })
                #expect(token.caveats.count == 3, "\(name)")
            }
        }
    }

    @Test(arguments: TestDriver.available)
    func `a project's owners see every token that can write to it, and none that cannot`(
        _ driver: TestDriver
    ) async throws {
        try await Team.with(driver, having: ["eve": nil, "maria": .maintainer, "rita": .reader]) {
            team in
            let (index, alice) = (team.index, team.test.requester)
            func make(
                _ name: String, _ label: String, _ scopes: Set<TokenScope>, for project: String?
            ) async throws {
                _ = try await index.issueToken(
                    TokenRequest(
                        label: label,
                        projects: try project.map { [try ProjectName($0)] } ?? [],
                        scopes: scopes, lifetime: .seconds(3600)),
                    by: try await team.requester(name))
            }
            try await make("alice", "all", [.upload, .read, .manage], for: nil)
            try await make("alice", "other", [.upload], for: "feta")
            try await make("maria", "ci", [.upload, .manage], for: "brie")
            try await make("maria", "read", [.read, .manage], for: nil)
            for name in ["rita", "eve"] { try await make(name, "any", [.upload], for: nil) }
            let tokens = try await index.tokensWriting(to: team.brie, by: alice)
            #expect(tokens.map(\.user) == ["alice", "maria"])
            #expect(tokens.map(\.label) == ["all", "ci"])
            #expect(tokens.map(\.scopes) == [[.upload, .manage], [.upload]])
            #expect(tokens.map(\.isLimitedToProjects) == [false, true])
            team.test.clock.advance(by: .seconds(3600))
            #expect(try await index.tokensWriting(to: team.brie, by: alice).isEmpty)
        }
    }
}

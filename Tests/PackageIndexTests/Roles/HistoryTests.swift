import CheeseboardTesting
import Database
import PackageIndex
import PythonPackaging
import Testing

@Suite struct `Histories` {
    private static func client(_ number: Int) -> ClientTrace {
        ClientTrace(address: "192.0.2.\(number)", userAgent: "Browser \(number)", network: nil)
    }

    @Test func `where other people were is told to nobody`() async throws {
        try await Team.with(having: ["bob": .owner]) { team in
            let alice = Requester(team.test.principal, from: Self.client(1))
            let bob = Requester(
                try #require(try await team.requester("bob").principal), from: Self.client(2))
            try await team.index.archiveProject(team.brie, by: bob)
            try await team.index.unarchiveProject(team.brie, by: alice)
            try await team.index.changeRole(of: "bob", in: team.brie, to: .maintainer, by: alice)
            let seen = try await team.index.projectHistory(of: team.brie, by: alice)
            for event in seen where event.actor == "bob" {
                #expect(event.client.address == nil && event.client.userAgent == nil)
            }
            #expect(seen.contains { $0.actor == "bob" })
            #expect(seen.contains { $0.actor == "alice" && $0.client.address == "192.0.2.1" })
            let own = try await team.index.accountHistory(of: bob)
            #expect(own.map(\.actor) == ["alice"])
            #expect(own.allSatisfy { $0.client.address == nil && $0.client.userAgent == nil })
            // The owner of the machine has the database anyway.
            let all = try await team.index.projectHistory(of: team.brie, by: .machineOwner)
            #expect(all.contains { $0.client.address == "192.0.2.2" })
        }
    }

    @Test func `where a sign-in failed is told to the account's owner`() async throws {
        try await Team.with(having: [:]) { team in
            _ = try await code {
                try await team.index.signIn(
                    "alice", password: "wrong", in: SignInBrowser(client: Self.client(3)))
            }
            let event = try await team.index.accountHistory(of: team.test.requester).first
            #expect(event?.tag == .signInFailed && event?.client.address == "192.0.2.3")
        }
    }
}

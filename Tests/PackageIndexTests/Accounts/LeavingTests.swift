import CheeseboardTesting
import Database
import PackageIndex
import Testing

@Suite struct `Leaving the index` {
    private static let password = "correct horse battery"

    @Test func `an owner who is frozen or gone keeps no project for whoever leaves`() async throws {
        try await Team.with(having: ["bob": .owner]) { team in
            let alice = team.test.user
            #expect(try await team.index.loneProjects(of: alice).isEmpty)
            try await team.index.freezeUser("bob")
            #expect(try await team.index.loneProjects(of: alice) == ["brie"])
            try await team.index.unfreezeUser("bob")
            #expect(try await team.index.loneProjects(of: alice).isEmpty)
            try await team.test.database.write { connection in
                try connection.run("UPDATE users SET deleted_at = 1 WHERE name = 'bob'")
            }
            #expect(try await team.index.loneProjects(of: alice) == ["brie"])
        }
    }

    @Test(arguments: TestDriver.available, [false, true])
    func `of two owners, or administrators, who delete their accounts at once one stays`(
        _ driver: TestDriver, _ areAdministrators: Bool
    ) async throws {
        for _ in 0..<4 {
            try await TestIndex.with(driver, connections: 8) { test in
                try await test.publish(.wheel())
                var sessions: [Session] = []
                for name in ["marie", "paul"] {
                    try await test.index.addUser(
                        name: name, email: "\(name)@index.example", password: Self.password,
                        isAdmin: areAdministrators)
                    let outcome = try await test.index.signIn(
                        name, password: Self.password, in: SignInBrowser(client: .local))
                    guard case .signedIn(let signedIn) = outcome else { continue }
                    sessions.append(try #require(try await test.index.session(signedIn.session)))
                }
                if !areAdministrators {
                    try await test.database.write { connection in
                        try connection.run("DELETE FROM roles")
                        try connection.run(
                            """
                            INSERT INTO roles (project_id, user_id, role, created_at)
                            SELECT 1, id, 'owner', 0 FROM users WHERE name <> 'alice'
                            """)
                    }
                }
                let outcomes = try await withThrowingTaskGroup(of: RefusalCode?.self) { group in
                    for session in sessions {
                        group.addTask {
                            try await code {
                                try await test.index.deleteAccount(
                                    in: session, password: Self.password, from: .local)
                            }
                        }
                    }
                    return try await group.reduce(into: [RefusalCode?]()) { $0.append($1) }
                }
                #expect(outcomes.count == 2)
                #expect(outcomes.contains(.soleOwner) && outcomes.contains(nil))
            }
        }
    }
}

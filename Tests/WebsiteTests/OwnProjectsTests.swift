import CheeseboardTesting
import Database
import PackageIndex
import PythonPackaging
import Testing

@Suite struct `The page of one's own projects` {
    @Test func `offers nothing that a quarantine forbids`() async throws {
        try await AccountWorld.with { world in
            let test = world.server.test
            try await test.publish(WheelBuilder(name: "brie", version: "1.0").make())
            try await test.database.write { connection in
                try connection.run(
                    """
                    INSERT INTO roles (project_id, user_id, role, created_at)
                    SELECT 1, id, 'owner', 0 FROM users WHERE name = 'alma'
                    """)
            }
            try await world.index.removeCollaborator(
                "alma", from: try ProjectName("brie"), by: test.requester)
            try await world.signIn()
            for (status, isOffered) in [("active", true), ("quarantined", false)] {
                try await test.database.write { connection in
                    try connection.run("UPDATE projects SET status = $1", status)
                }
                let page = try await world.page("/manage/projects/")
                #expect(page.contains("Your role in brie is to change"), "\(status)")
                #expect(page.contains("Say no"), "\(status)")
                #expect(page.contains("Agree now") == isOffered, "\(status)")
                #expect(page.contains(">Leave<") == isOffered, "\(status)")
                #expect(page.contains("It comes about on") == isOffered, "\(status)")
                #expect(page.contains("The project is quarantined") != isOffered, "\(status)")
            }
        }
    }
}

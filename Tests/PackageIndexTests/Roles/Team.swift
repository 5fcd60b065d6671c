import CheeseboardTesting
import Database
import PackageIndex
import PythonPackaging

/// The project `brie` of alice's, with people around it.
struct Team: Sendable {
    let test: TestIndex
    let brie: ProjectName

    /// Publishes `brie` and adds users of these names, some of them with a role since long ago.
    static func with(
        _ driver: TestDriver = .sqlite, having people: [String: ProjectRole?],
        settings: IndexSettings = IndexSettings(), _ body: @Sendable (Team) async throws -> Void
    ) async throws {
        try await TestIndex.with(driver, settings: settings, connections: 8) { test in
            try await test.publish(.wheel())
            for (name, role) in people.sorted(by: { $0.key < $1.key }) {
                try await test.addUser(name)
                guard let role else { continue }
                try await test.database.write { connection in
                    try connection.run(
                        """
                        INSERT INTO roles (project_id, user_id, role, created_at)
                        SELECT 1, id, $1, 0 FROM users WHERE name = $2
                        """, role.rawValue, name)
                }
            }
            try await body(Team(test: test, brie: try ProjectName("brie")))
        }
    }

    /// The index.
    var index: Index { test.index }

    /// A user as one who asks for a change.
    func requester(_ name: String) async throws -> Requester {
        Requester(Principal(user: try await user(name)))
    }

    /// A user's role in the project.
    func role(_ name: String) async throws -> ProjectRole? {
        try await index.collaborators(of: brie, by: .machineOwner).first { $0.user == name }?.role
    }

    /// What the project's history says happened since it was made, oldest first.
    func events() async throws -> [EventTag] {
        try await index.projectHistory(of: brie, by: .machineOwner).reversed()
            .compactMap(\.tag).filter { ![.projectCreated, .releaseAdded].contains($0) }
    }

    /// What the journal says of roles.
    func journal() async throws -> [String?] {
        try await index.journal(after: 0, limit: 1000)
            .filter { $0.action == .changeRole }.map(\.detail)
    }

    /// Makes a project private, whoever asks.
    func hide() async throws {
        try await index.changeVisibility(of: brie, to: .private, by: .machineOwner)
    }

    private func user(_ name: String) async throws -> User {
        guard let user = try await index.user(named: name) else { throw NoSuchUser() }
        return user
    }
}

private struct NoSuchUser: Error {}

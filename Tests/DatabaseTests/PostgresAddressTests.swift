import Database
import Testing

@Suite struct `The URL of a server` {
    static let secrets = [
        "postgres://user:s3cr3t@127.0.0.1:1/db",
        "postgresql://user:s3cr3t@127.0.0.1:1/db?connect_timeout=2&sslmode=disable",
        "postgres://user@127.0.0.1:1/db?password=s3cr3t",
        "postgres://user:s3cr3t/x@127.0.0.1:1/db",
        "postgres://user:x/s3cr3t@127.0.0.1:1/db",
        "postgres://user:x%s3cr3t@127.0.0.1:1/db",
        "postgres://user:s3cr3t'\\@127.0.0.1:1/db",
        "postgres://user:s3cr3t@x@127.0.0.1:1/db",
        "postgres://user:s3cr3t@127.0.0.1:1/db?nonsense=1",
        "mysql://user:s3cr3t@127.0.0.1:1/db",
        "host=127.0.0.1 password=s3cr3t",
    ]

    @Test(arguments: secrets)
    func `never shows its password when it does not work`(_ url: String) async throws {
        let error = await #expect(throws: DatabaseError.self) {
            try await PostgresDriver(url: url, connections: 1)
        }
        let text = "\(try #require(error))"
        #expect(!text.contains("s3cr3t"))
        #expect(!text.isEmpty)
    }

    @Test func `names the server that does not answer`() async throws {
        let error = await #expect(throws: DatabaseError.self) {
            try await PostgresDriver(url: "postgres://user:pw@127.0.0.1:1/db", connections: 1)
        }
        #expect(error?.kind == .unavailable)
        #expect(error?.message.hasPrefix("cannot connect to PostgreSQL at 127.0.0.1:1: ") == true)
        #expect(error?.message.contains("refused") == true)
    }

    @Test func `of another kind is refused`() async throws {
        let error = await #expect(throws: DatabaseError.self) {
            try await PostgresDriver(url: "sqlite://x", connections: 1)
        }
        #expect(error?.message == "the database URL does not begin with postgres://")
    }
}

/// The table in which a database remembers the steps of its schema.
enum SchemaHistory {
    static let table = "schema_migrations"

    static func create(_ connection: any SQLConnection) throws {
        try connection.run(
            """
            CREATE TABLE IF NOT EXISTS schema_migrations (
                position BIGINT NOT NULL PRIMARY KEY, name TEXT NOT NULL UNIQUE
            )
            """)
    }

    /// The steps in the order of their application; none where the table does not exist yet.
    static func names(_ connection: any SQLConnection) throws -> [String] {
        let tables: [String] = try connection.rows(connection.dialect.tableNames)
            .map { try $0.get("name") }
        guard tables.contains(table) else { return [] }
        return try connection.rows("SELECT name FROM schema_migrations ORDER BY position")
            .map { try $0.get("name") }
    }

    static func append(_ name: String, at position: Int, _ connection: any SQLConnection) throws {
        try connection.run(
            "INSERT INTO schema_migrations (position, name) VALUES ($1, $2)", position, name)
    }

    static func check(_ applied: [String], against migrations: [Migration]) throws {
        for (found, expected) in zip(applied, migrations) where found != expected.name {
            throw SchemaMismatch(expected: expected.name, found: found)
        }
        guard applied.count <= migrations.count else {
            throw SchemaTooNew(
                known: migrations.count, unknown: Array(applied.dropFirst(migrations.count)))
        }
    }
}

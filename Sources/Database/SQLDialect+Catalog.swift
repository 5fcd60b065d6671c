extension SQLDialect {
    /// Lists the names of our own tables, in a column `name`.
    var tableNames: String {
        switch self {
        case .sqlite:
            """
            SELECT name FROM sqlite_schema
            WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name
            """
        case .postgres:
            """
            SELECT tablename AS name FROM pg_catalog.pg_tables
            WHERE schemaname = current_schema() ORDER BY tablename
            """
        }
    }

    /// Lists the stored columns of table `$1`: `name`, and `place` in the primary key (from 1, 0
    /// outside of it).
    var tableColumns: String {
        switch self {
        case .sqlite: "SELECT name, pk AS place FROM pragma_table_info($1) ORDER BY cid"
        case .postgres:
            """
            SELECT a.attname AS name,
                   COALESCE(array_position(CAST(i.indkey AS SMALLINT[]), a.attnum), -1) + 1 AS place
            FROM pg_catalog.pg_attribute a
            LEFT JOIN pg_catalog.pg_index i ON i.indrelid = a.attrelid AND i.indisprimary
            WHERE a.attrelid = to_regclass(quote_ident($1)) AND a.attnum > 0
              AND NOT a.attisdropped AND a.attgenerated = ''
            ORDER BY a.attnum
            """
        }
    }

    /// Finds the column of table `$1` that numbers itself, in a column `name`.
    var identityColumn: String {
        switch self {
        case .sqlite:
            """
            SELECT c.name FROM sqlite_schema t, pragma_table_info(t.name) c
            WHERE t.type = 'table' AND t.name = $1 AND c.pk = 1
              AND upper(t.sql) LIKE '%AUTOINCREMENT%'
            """
        case .postgres:
            """
            SELECT a.attname AS name FROM pg_catalog.pg_attribute a
            WHERE a.attrelid = to_regclass(quote_ident($1)) AND a.attnum > 0
              AND a.attidentity <> ''
            """
        }
    }

    /// Finds the highest number that table `$1` has given out by itself, in a column `last`; run
    /// only where `identityColumn` finds one.
    var lastIdentity: String {
        switch self {
        case .sqlite: "SELECT seq AS last FROM sqlite_sequence WHERE name = $1"
        case .postgres:
            """
            SELECT pg_sequence_last_value(CAST(pg_get_serial_sequence(
                quote_ident($1), CAST(a.attname AS TEXT)) AS regclass)) AS last
            FROM pg_catalog.pg_attribute a
            WHERE a.attrelid = to_regclass(quote_ident($1)) AND a.attnum > 0
              AND a.attidentity <> ''
            """
        }
    }

    /// Make table `$1` number its next row after `$2`.
    var identityAdvances: [String] {
        switch self {
        case .sqlite:
            [
                "UPDATE sqlite_sequence SET seq = $2 WHERE name = $1",
                """
                INSERT INTO sqlite_sequence (name, seq) SELECT $1, $2
                WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = $1)
                """,
            ]
        case .postgres:
            [
                """
                SELECT setval(CAST(pg_get_serial_sequence(
                    quote_ident($1), CAST(a.attname AS TEXT)) AS regclass), $2)
                FROM pg_catalog.pg_attribute a
                WHERE a.attrelid = to_regclass(quote_ident($1)) AND a.attnum > 0
                  AND a.attidentity <> ''
                """
            ]
        }
    }
}

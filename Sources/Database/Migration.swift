/// One step of the schema, applied once and never edited after it shipped.
package struct Migration: Sendable, Hashable {
    /// The name under which the database remembers the step, as in "0001-accounts".
    package let name: String
    /// One or more statements, with the marks that `SQLDialect.expand` fills in.
    package let sql: String

    /// A step with its name and statements.
    package init(_ name: String, _ sql: String) {
        self.name = name
        self.sql = sql
    }
}

/// The database was made by a newer version of the program: it has steps that this one does not
/// know.
package struct SchemaTooNew: Error, Sendable, Hashable, CustomStringConvertible {
    /// How many steps this program knows.
    package let known: Int
    /// The steps of the database beyond those.
    package let unknown: [String]

    package var description: String {
        """
        the database is newer than this program: it has \(unknown.joined(separator: ", ")) \
        beyond the \(known) migrations known here; \
        use the version that made it, or restore a backup from before
        """
    }
}

/// The database's steps and the program's part ways: one was renamed, dropped or put in between.
package struct SchemaMismatch: Error, Sendable, Hashable, CustomStringConvertible {
    /// The step that the program expects.
    package let expected: String
    /// The step that the database has in its place.
    package let found: String

    package var description: String {
        """
        the database has migration \(found) where this program has \(expected); \
        it belongs to another program or to an unreleased version
        """
    }
}

/// A logical copy of a database as text, the same from SQLite and PostgreSQL, so that one can be
/// restored into the other.
///
/// It is JSON Lines, in this order:
///
///     {"dump":1,"schema":"example","migrations":["0001-accounts"]}
///     {"table":"users","columns":["id","name","avatar"],"identity":7}
///     [3,"alice",{"base64":"iVBORw=="}]
///     {"end":{"users":1}}
///
/// A row's values stand in the order of the columns: integers exact to 64 bits, real numbers with a
/// point or an exponent (or `{"real":"nan"}`), text as strings, blobs as above. `identity` is the
/// highest number that the table has ever given out, so that none comes twice. The last line counts
/// the rows: without it, or with other counts, the dump is refused.
package struct DatabaseDump: Sendable {
    /// The format's number, in the first line.
    static let format: Int64 = 1

    /// Whose schema this is, as a word; a dump of another schema is refused.
    let schema: String
    /// The tables, referred-to ones before those that refer to them.
    let tables: [String]
    /// Those of the tables in which migrations put rows: a restore replaces these rows.
    let seeded: Set<String>
    /// Tables that are not copied.
    let leftOut: Set<String>

    /// What to copy.
    ///
    /// Every table of the database must be named in `tables` or in `leftOut`, so that none is
    /// forgotten.
    ///
    /// - Parameters:
    ///   - schema: Whose schema this is, as a word; a dump of another schema is refused.
    ///   - tables: The tables, referred-to ones before those that refer to them.
    ///   - seeded: Those of the tables in which migrations put rows: a restore replaces these rows.
    ///   - leftOut: Tables that are not copied.
    package init(
        schema: String, tables: [String], seeded: Set<String> = [], leftOut: Set<String> = []
    ) {
        self.schema = schema
        self.tables = tables
        self.seeded = seeded
        self.leftOut = leftOut
    }
}

/// A dump that is not restored, or a database of which none is made; nothing was changed.
package struct DumpRefused: Error, Sendable, Hashable, CustomStringConvertible {
    /// The line of the dump at fault, from 1; nil where none is.
    package let line: Int?
    /// What is wrong, for people.
    package let message: String

    package var description: String {
        line.map { "line \($0) of the dump: \(message)" } ?? message
    }
}

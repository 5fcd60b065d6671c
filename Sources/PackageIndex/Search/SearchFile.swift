import Database
import Foundation

/// The derived file that search looks into: tables of its own, in a SQLite file on each server.
///
/// Nothing in it is the truth: it can be thrown away at any time and is made again from the database
/// and the catalogue.
struct SearchFile: Sendable {
    /// Where it is.
    let path: String
    /// Its database.
    let driver: SQLiteDriver

    /// The version of the tables and of what is written into them, which goes up with each change.
    static let format = "2"

    /// Where the numbers of a catalogue's projects begin; projects of this index are below.
    ///
    /// The catalogue's follow the order of use and this index's go downwards with each change, so
    /// that the first of many results are the newest here and then the most used elsewhere, and
    /// reading can stop there.
    static let firstOfCatalogue: Int64 = 1 << 30

    /// Where the numbers of this index's projects begin, with as much room below as above.
    static let firstOfIndex: Int64 = 1 << 29

    /// Makes an empty file.
    static func create(at path: String) async throws -> SearchFile {
        remove(path)
        let file = SearchFile(path: path, driver: try SQLiteDriver(path: path, isDerived: true))
        try await file.driver.write { connection in
            try connection.runScript(tables)
            try SearchState(serial: 0).write(connection)
        }
        return file
    }

    /// Opens a file that is there; nil where it is missing, damaged, of another format or unfinished.
    static func open(at path: String) async throws -> SearchFile? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        do {
            let file = SearchFile(path: path, driver: try SQLiteDriver(path: path, isDerived: true))
            let isFit = try? await file.driver.read { connection in
                let state = try SearchState.read(connection)
                // The tables that a query looks into answer at all.
                for probe in ["words", "pieces"] {
                    _ = try connection.rows(
                        "SELECT rowid FROM \(probe) WHERE \(probe) MATCH 'zqm1'")
                }
                for probe in ["documents", "variants", "marks", "confidential", "withheld"] {
                    _ = try connection.rows("SELECT 1 AS found FROM \(probe) LIMIT 1")
                }
                return state?.isComplete ?? false
            }
            if isFit == true { return file }
            await file.driver.close()
            return nil
        } catch let error as DatabaseError where error.isDamage || error.kind == .other {
            return nil
        }
    }

    /// Closes the file and removes it.
    func discard() async {
        await driver.close()
        Self.remove(path)
    }

    /// Removes a file with what SQLite keeps beside it.
    static func remove(_ path: String) {
        for suffix in ["", "-wal", "-shm", "-journal"] {
            try? FileManager.default.removeItem(atPath: path + suffix)
        }
    }

    /// `documents.state` is 0 for what is searched, 1 for a catalogue's line that a project of
    /// this index stands in front of, 2 for what only its exact name finds.
    ///
    /// `variants.entry` is the hash of a name with at most one letter taken out, and in the lower
    /// 32 bits the document's number.
    private static let tables = """
        CREATE TABLE state (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE documents (
            id INTEGER PRIMARY KEY,
            key TEXT NOT NULL,
            squashed TEXT NOT NULL,
            rank INTEGER,
            state INTEGER NOT NULL,
            released_at INTEGER,
            marks TEXT,
            name TEXT NOT NULL,
            version TEXT,
            summary TEXT,
            text TEXT
        );
        CREATE INDEX documents_by_squashed ON documents (squashed, state);
        CREATE TABLE confidential (
            project_id INTEGER PRIMARY KEY,
            key TEXT NOT NULL,
            squashed TEXT NOT NULL,
            state INTEGER NOT NULL,
            released_at INTEGER,
            marks TEXT,
            name TEXT NOT NULL,
            version TEXT,
            summary TEXT,
            text TEXT
        );
        CREATE INDEX confidential_by_key ON confidential (key);
        CREATE TABLE withheld (key TEXT PRIMARY KEY) WITHOUT ROWID;
        CREATE TABLE marks (
            id INTEGER PRIMARY KEY,
            facet TEXT NOT NULL,
            value TEXT NOT NULL,
            UNIQUE (facet, value)
        );
        CREATE TABLE variants (entry INTEGER PRIMARY KEY);
        CREATE VIRTUAL TABLE words USING fts5 (
            name, summary, text, marks, content='documents', content_rowid='id',
            tokenize='porter unicode61 remove_diacritics 2', prefix='1 2 3'
        );
        CREATE VIRTUAL TABLE pieces USING fts5 (
            squashed, content='documents', content_rowid='id', tokenize='trigram', detail=none
        );
        """
}

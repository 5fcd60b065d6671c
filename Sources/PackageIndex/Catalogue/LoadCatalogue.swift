import BlobStorage
import Database
import Foundation

/// What loading a catalogue came to.
package struct CatalogueReport: Sendable {
    /// A line that was passed over.
    package struct BadLine: Sendable, Equatable {
        /// Its number, from 1.
        package let number: Int
        /// What is wrong with it.
        package let reason: String
    }

    /// How many projects the catalogue names.
    package internal(set) var entries = 0
    /// How many lines were passed over.
    package internal(set) var badLineCount = 0
    /// The first of them.
    package internal(set) var badLines: [BadLine] = []

    /// So many bad lines are told one by one.
    private static let mostBadLines = 100

    mutating func note(_ number: Int, _ reason: String) {
        badLineCount += 1
        guard badLines.count < Self.mostBadLines else { return }
        badLines.append(BadLine(number: number, reason: reason))
    }
}

extension Index {
    /// So many projects a catalogue may name.
    private static let mostEntries = 5_000_000
    private static let linesOfPortion = 2_000

    /// Takes a catalogue of other projects in the place of the one there is, for search to find.
    ///
    /// The lines are kept among the blobs, sorted by use, so that backups have them and every server
    /// on the same store; one row names them, and is what changes. Nothing changes where no line is
    /// good, or where the input breaks off.
    package func loadCatalogue(
        progress: @Sendable (_ bytes: Int) -> Void = { _ in },
        _ next: () throws -> [UInt8]?
    ) async throws -> CatalogueReport {
        let path = FileManager.default.temporaryDirectory
            .appendingPathComponent("catalogue-\(UUID().uuidString).sqlite").path
        defer { SearchFile.remove(path) }
        let sorter = try SQLiteDriver(path: path, isDerived: true)
        do {
            var report = try await sort(into: sorter, progress, next)
            guard report.entries > 0 else {
                throw CatalogueEmpty(first: report.badLines.first)
            }
            let staged = try blobs.stage()
            do {
                report.entries = try await write(from: sorter, to: staged)
                let digest = try staged.finish().sha256
                try await blobs.keep(staged)
                try await name(digest, entries: report.entries)
            } catch {
                staged.discard()
                throw error
            }
            await sorter.close()
            return report
        } catch {
            await sorter.close()
            throw error
        }
    }

    private func sort(
        into sorter: SQLiteDriver, _ progress: @Sendable (_ bytes: Int) -> Void,
        _ next: () throws -> [UInt8]?
    ) async throws -> CatalogueReport {
        try await sorter.write { connection in
            try connection.runScript(
                "CREATE TABLE entries (key TEXT PRIMARY KEY, rank INTEGER, line TEXT) WITHOUT ROWID"
            )
        }
        var report = CatalogueReport()
        var lines = LineReader(longest: CatalogueLine.longest)
        var number = 0
        var bytes = 0
        var portion: [(number: Int, entry: CatalogueEntry)] = []
        func flush() async throws {
            let taken = portion
            portion = []
            let repeated = try await sorter.write { connection in
                try taken.filter { try !Self.insert($0.entry, connection) }.map(\.number)
            }
            report.entries += taken.count - repeated.count
            for number in repeated { report.note(number, "the name stands in an earlier line") }
        }
        while let chunk = try next() {
            bytes += chunk.count
            progress(bytes)
            lines.append(chunk)
            while let line = lines.next() {
                number += 1
                Self.read(line, number, into: &portion, &report)
                if portion.count >= Self.linesOfPortion { try await flush() }
            }
            guard number <= Self.mostEntries else {
                throw CatalogueTooLarge(most: Self.mostEntries)
            }
        }
        if let line = lines.last() {
            number += 1
            Self.read(line, number, into: &portion, &report)
        }
        try await flush()
        return report
    }

    private static func read(
        _ line: [UInt8], _ number: Int, into portion: inout [(number: Int, entry: CatalogueEntry)],
        _ report: inout CatalogueReport
    ) {
        // A blank line at the end, or between groups, is nobody's mistake.
        guard line.contains(where: { ![0x20, 0x09, 0x0D].contains($0) }) else { return }
        do throws(CatalogueLine.Invalid) {
            portion.append((number, try CatalogueLine.entry(in: line)))
        } catch {
            report.note(number, error.reason)
        }
    }

    /// False where the name is there already.
    private static func insert(
        _ entry: CatalogueEntry, _ connection: any SQLConnection
    ) throws -> Bool {
        try connection.run(
            "INSERT INTO entries (key, rank, line) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
            entry.key, entry.rank, entry.line) == 1
    }

    private func write(from sorter: SQLiteDriver, to staged: StagedFile) async throws -> Int {
        try await sorter.read { connection in
            var count = 0
            var buffer: [UInt8] = []
            try connection.forEachRow(
                "SELECT line FROM entries ORDER BY rank IS NULL, rank, key", arguments: []
            ) { row in
                buffer.append(contentsOf: (try row.get("line") as String).utf8)
                count += 1
                if buffer.count > 1 << 20 {
                    try staged.append(buffer)
                    buffer.removeAll(keepingCapacity: true)
                }
            }
            try staged.append(buffer)
            return count
        }
    }

    private func name(_ digest: BlobStorage.SHA256Digest, entries: Int) async throws {
        let now = clock.now()
        try await database.write { connection in
            try connection.run(
                """
                INSERT INTO catalogues (id, sha256, entries, loaded_at) VALUES (1, $1, $2, $3)
                ON CONFLICT (id) DO UPDATE SET
                    sha256 = excluded.sha256, entries = excluded.entries,
                    loaded_at = excluded.loaded_at
                """, digest.hex, entries, now.microseconds)
        }
    }
}

/// A catalogue without a single good line: most likely something else was given.
struct CatalogueEmpty: Error, CustomStringConvertible {
    let first: CatalogueReport.BadLine?

    var description: String {
        let why = first.map { " Line \($0.number): \($0.reason)." } ?? ""
        return "no line names a project, so the catalogue stays as it was.\(why)"
    }
}

/// A catalogue of more lines than there are projects in the world.
struct CatalogueTooLarge: Error, CustomStringConvertible {
    let most: Int

    var description: String { "the catalogue has more than \(most) lines; it stays as it was." }
}

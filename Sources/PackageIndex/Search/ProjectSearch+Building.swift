import BlobStorage
import Database
import Logging

extension ProjectSearch {
    /// How much is done between two looks at the journal: a fraction of a second's work.
    private enum Portion {
        static let projects = 100
        static let lines = 10_000
        static let words = 20_000
        static let variants = 200_000
        static let variantsOfStatement = 20_000
    }

    /// Fills an empty file from the database and the catalogue, in portions.
    ///
    /// Between them the file that is searched meanwhile is kept true: another one, or without one this
    /// very file. At the end it is brought up to date by the journal.
    func build(_ file: SearchFile, following other: SearchFile? = nil) async throws {
        let began = ContinuousClock.now
        let start = try await index.database.read { connection in
            let position = try Self.position(connection)
            let at: Int64? = try connection.row(
                "SELECT at FROM journal WHERE serial = $1", position.serial)?.get("at")
            return (position: position, at: at)
        }
        var state = SearchState(serial: start.position.serial)
        state.serialAt = start.at ?? 0
        state.catalogue = start.position.catalogue
        state.inspectedAt = index.clock.now().microseconds
        // The catalogue's lines are found by their words only when they are there in order.
        state.indexedBelow = SearchFile.firstOfCatalogue
        try await file.driver.write { [state] in try state.write($0) }
        let keepUp: () async throws -> Void = {
            try Task.checkCancellation()
            while try await self.followChanges(other ?? file) {}
        }
        try await addProjects(to: file, keepUp)
        if let catalogue = start.position.catalogue {
            try await addCatalogue(catalogue, to: file, keepUp)
        }
        try await catchUp(file)
        try await file.driver.write { connection in
            guard var state = try SearchState.read(connection) else { return }
            state.indexedBelow = .max
            state.isComplete = true
            try state.write(connection)
        }
        index.logger.notice("search is built, in \(began.duration(to: .now))")
    }

    /// Every project of the index, what changed last before all others.
    private func addProjects(
        to file: SearchFile, _ keepUp: () async throws -> Void
    ) async throws {
        let ids: [Int64] = try await index.database.read { connection in
            var ids: [Int64] = []
            try connection.forEachRow(
                "SELECT id FROM projects WHERE deleted_at IS NULL ORDER BY last_serial DESC, id",
                arguments: []
            ) { ids.append(try $0.get("id")) }
            return ids
        }
        for start in stride(from: 0, to: ids.count, by: Portion.projects) {
            let portion = ids[start..<min(start + Portion.projects, ids.count)]
            let places = (1...portion.count).map { "$\($0)" }.joined(separator: ", ")
            let subjects = try await index.database.read { connection in
                var projects: [Project] = []
                try connection.forEachRow(
                    """
                    SELECT \(Project.columns) FROM projects
                    WHERE id IN (\(places)) AND deleted_at IS NULL
                    ORDER BY last_serial DESC, id
                    """, arguments: portion.map { .integer($0) }
                ) { projects.append(try Project($0)) }
                return try projects.map {
                    ($0.normalizedName, try SearchSubject.read($0, connection))
                }
            }
            try await file.driver.write { connection in
                for (key, subject) in subjects {
                    try SearchDocumentQueries.put(
                        subject, of: key, at: .back, indexedBelow: SearchFile.firstOfCatalogue,
                        connection)
                }
            }
            try await keepUp()
        }
    }

    /// Every line of the catalogue: first the lines, then their words, then what typing errors are
    /// found by.
    private func addCatalogue(
        _ digest: String, to file: SearchFile, _ keepUp: () async throws -> Void
    ) async throws {
        var next = SearchFile.firstOfCatalogue
        var names = CatalogueNames()
        do {
            try await index.readCatalogue(digest, portion: Portion.lines) { entries in
                let first = next
                for entry in entries { names.append(NameKey.squashed(entry.key) ?? entry.key) }
                try await file.driver.write { connection in
                    try Self.insert(entries, from: first, connection)
                }
                next += Int64(entries.count)
                try await keepUp()
            }
        } catch let missing as BlobMissing {
            // What this index holds itself is found all the same; `verify` tells of the loss.
            index.logger.error("search goes without the catalogue: \(missing)")
        }
        try await file.driver.write { try Self.standInFront($0) }
        var start = SearchFile.firstOfCatalogue
        while start < next {
            let end = min(start + Int64(Portion.words), next)
            try await file.driver.write { [start] connection in
                try Self.indexWords(from: start, to: end, connection)
            }
            start = end
            try await keepUp()
        }
        try await addVariants(of: names, to: file, keepUp)
        try await file.driver.write { try $0.run("INSERT INTO words (words) VALUES ('optimize')") }
        try await keepUp()
        try await file.driver.write {
            try $0.run("INSERT INTO pieces (pieces) VALUES ('optimize')")
        }
        try await keepUp()
    }

    private static func insert(
        _ entries: [CatalogueEntry], from first: Int64, _ connection: any SQLConnection
    ) throws {
        for (offset, entry) in entries.enumerated() {
            try connection.run(
                """
                INSERT INTO documents (id, key, squashed, rank, state, name, version, summary)
                VALUES ($1, $2, $3, $4, 0, $5, $6, $7)
                """, first + Int64(offset), entry.key, NameKey.squashed(entry.key) ?? entry.key,
                entry.rank, entry.name, entry.version, entry.summary)
        }
    }

    /// Lets this index's own projects stand in front of the catalogue's lines, with their ranks.
    private static func standInFront(_ connection: any SQLConnection) throws {
        let base = SearchFile.firstOfCatalogue
        try connection.run(
            """
            UPDATE documents SET state = 1 WHERE id >= $1 AND id IN (
                SELECT theirs.id FROM documents AS ours CROSS JOIN documents AS theirs
                ON theirs.squashed = ours.squashed AND theirs.key = ours.key AND theirs.id >= $1
                WHERE ours.id < $1)
            """, base)
        try connection.run(
            """
            UPDATE documents SET rank = (
                SELECT theirs.rank FROM documents AS theirs
                WHERE theirs.squashed = documents.squashed AND theirs.key = documents.key
                  AND theirs.id >= $1)
            WHERE id < $1
            """, base)
        for row in try connection.rows("SELECT key FROM withheld") {
            let key: String = try row.get("key")
            try connection.run(
                "UPDATE documents SET state = 1 WHERE squashed = $1 AND key = $2 AND id >= $3",
                NameKey.squashed(key) ?? key, key, base)
        }
    }

    private static func indexWords(
        from start: Int64, to end: Int64, _ connection: any SQLConnection
    ) throws {
        try connection.run(
            """
            INSERT INTO words (rowid, name, summary, text, marks)
            SELECT id, name, summary, text, marks FROM documents
            WHERE id >= $1 AND id < $2 AND state = 0 ORDER BY id
            """, start, end)
        try connection.run(
            """
            INSERT INTO pieces (rowid, squashed) SELECT id, squashed FROM documents
            WHERE id >= $1 AND id < $2 AND state = 0 ORDER BY id
            """, start, end)
        guard var state = try SearchState.read(connection) else { return }
        state.indexedBelow = end
        try state.write(connection)
    }

    /// The variants of all names, in the order of their hashes, so that each is written behind the
    /// one before; a part of the hashes at a time, so that they fit into memory.
    private func addVariants(
        of names: CatalogueNames, to file: SearchFile, _ keepUp: () async throws -> Void
    ) async throws {
        let parts = names.parts
        for part in 0..<parts {
            let entries = try await index.blocking.run { names.entries(part: part, of: parts) }
            var start = 0
            while start < entries.count {
                let portion = entries[start..<min(start + Portion.variants, entries.count)]
                try await file.driver.write { connection in
                    var rest = portion
                    while !rest.isEmpty {
                        let some = rest.prefix(Portion.variantsOfStatement)
                        rest = rest.dropFirst(some.count)
                        try connection.run(
                            """
                            INSERT OR IGNORE INTO variants (entry)
                            SELECT value FROM json_each($1)
                            """, NumberList.json(some))
                    }
                }
                start += portion.count
                try await keepUp()
            }
        }
    }

    /// Takes the changes that were made while a file was filled.
    private func catchUp(_ file: SearchFile) async throws {
        while try await followChanges(file) { try Task.checkCancellation() }
    }
}

/// The squashed names of a catalogue in one piece of memory, in the order of their numbers.
struct CatalogueNames: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [Int32] = []
    private var variantCount = 0

    /// So many variants are sorted at a time.
    private static let mostOfPart = 1_500_000

    mutating func append(_ name: String) {
        bytes.append(contentsOf: name.utf8)
        ends.append(Int32(truncatingIfNeeded: bytes.count))
        if name.utf8.count <= NameKey.longestWithErrors { variantCount += name.utf8.count + 1 }
    }

    /// In how many parts the variants are to be taken.
    var parts: Int { variantCount / Self.mostOfPart + 1 }

    /// The entries whose hashes fall into a part, sorted, each once.
    func entries(part: Int, of parts: Int) -> [Int64] {
        let width = (Int64(1) << 31) / Int64(parts) + 1
        let range = Int64(part) * width..<Int64(part + 1) * width
        var entries: [Int64] = []
        entries.reserveCapacity(Self.mostOfPart + Self.mostOfPart / 10)
        var start = 0
        for (number, end) in ends.enumerated() {
            let name = bytes[start..<Int(end)]
            start = Int(end)
            guard name.count <= NameKey.longestWithErrors else { continue }
            let id = SearchFile.firstOfCatalogue + Int64(number)
            for place in 0...name.count {
                let hash = NameKey.hash(name, without: place)
                if range.contains(hash) { entries.append(hash << 32 | id) }
            }
        }
        entries.sort()
        var kept = 0
        for entry in entries where kept == 0 || entries[kept - 1] != entry {
            entries[kept] = entry
            kept += 1
        }
        entries.removeLast(entries.count - kept)
        return entries
    }
}

extension NumberList {
    /// Numbers as a JSON array.
    static func json(_ numbers: some Collection<Int64>) -> String {
        var text: [UInt8] = [UInt8(ascii: "[")]
        text.reserveCapacity(numbers.count * 20 + 2)
        for number in numbers {
            if text.count > 1 { text.append(UInt8(ascii: ",")) }
            text.append(contentsOf: String(number).utf8)
        }
        text.append(UInt8(ascii: "]"))
        return String(decoding: text, as: UTF8.self)
    }
}

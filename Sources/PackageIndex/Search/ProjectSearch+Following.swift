import Database
import Synchronization

extension ProjectSearch {
    /// So many changes are taken at a time.
    private static let mostChanges = 200
    /// Inspections are noted by the clock of whoever made them, and appear a little later.
    private static let inspectionOverlap: Int64 = 120_000_000

    /// Where the database stands, as far as a follower asks.
    struct Position: Sendable {
        let serial: Int64
        let catalogue: String?
    }

    /// Brings a complete file a step further; false where it is up to date.
    func follow(_ file: SearchFile) async throws -> Bool {
        let state = try await state(of: file)
        guard let state else {
            noteDamage(SearchStateMissing())
            return true
        }
        let position = try await index.database.read { try Self.position($0) }
        guard position.serial >= state.serial else {
            // The database was restored to an earlier moment.
            noteDamage(SearchAheadOfJournal())
            return true
        }
        if position.serial > state.serial {
            try await takeChanges(after: state, into: file)
            return true
        }
        // Found before the file was whole, so that it was never finished.
        guard state.isComplete else {
            noteDamage(SearchUnfinished())
            return true
        }
        if try await takeInspections(since: state, into: file) { return true }
        guard position.catalogue != state.catalogue else { return false }
        try await rebuild(beside: file)
        return true
    }

    /// Takes the next changes of the journal into a file; false where there are none.
    func followChanges(_ file: SearchFile) async throws -> Bool {
        guard let state = try await state(of: file) else { throw SearchStateMissing() }
        let serial = try await index.lastSerial()
        guard serial > state.serial else { return false }
        try await takeChanges(after: state, into: file)
        return true
    }

    /// Whether a file was made from this very database: its last change is one that happened here.
    func isOfThisIndex(_ file: SearchFile) async throws -> Bool {
        guard let state = try await state(of: file) else { return false }
        let found: Int64? = try await index.database.read { connection in
            try connection.row("SELECT at FROM journal WHERE serial = $1", state.serial)?.get("at")
        }
        return state.serial == 0 ? true : found == state.serialAt
    }

    static func position(_ connection: any SQLConnection) throws -> Position {
        let row = try connection.row(
            """
            SELECT serial, (SELECT sha256 FROM catalogues WHERE id = 1) AS catalogue
            FROM journal_counter WHERE id = 1
            """)
        return Position(
            serial: try row?.get("serial") ?? 0, catalogue: try row?.get("catalogue") ?? nil)
    }

    func state(of file: SearchFile) async throws -> SearchState? {
        try await file.driver.read { try SearchState.read($0) }
    }

    private func takeChanges(after state: SearchState, into file: SearchFile) async throws {
        let (subjects, last) = try await index.database.read { [serial = state.serial] connection in
            let rows = try connection.rows(
                "SELECT serial, project, at FROM journal WHERE serial > $1 ORDER BY serial LIMIT $2",
                serial, Self.mostChanges)
            let names = try rows.map { try $0.get("project") as String }
            let last = try rows.last.map {
                (serial: try $0.get("serial") as Int64, at: try $0.get("at") as Int64)
            }
            // What changed last comes last, so that it stands in front.
            let order = names.enumerated().filter { place, name in
                !names[(place + 1)...].contains(name)
            }.map(\.element)
            let subjects = try order.map { ($0, try SearchSubject.read($0, connection)) }
            return (subjects, last)
        }
        guard let last else { return }
        try await file.driver.write { connection in
            guard var state = try SearchState.read(connection) else { return }
            for (key, subject) in subjects {
                try SearchDocumentQueries.put(
                    subject, of: key, indexedBelow: state.indexedBelow, connection)
            }
            (state.serial, state.serialAt) = last
            try state.write(connection)
        }
    }

    /// What inspection found says more about a release, and is no change that the journal tells.
    private func takeInspections(
        since state: SearchState, into file: SearchFile
    ) async throws -> Bool {
        let seen = seenInspections.withLock(\.self)
        let now = index.clock.now().microseconds
        let since = max(state.inspectedAt, seen.readAt) - Self.inspectionOverlap
        let (found, subjects) = try await index.database.read { connection in
            var found: [Int64: Int64] = [:]
            var names: Set<String> = []
            try connection.forEachRow(
                """
                SELECT inspections.file_id, inspections.inspected_at, projects.normalized_name
                FROM inspections JOIN files ON files.id = inspections.file_id
                JOIN projects ON projects.id = files.project_id
                WHERE inspections.inspected_at >= $1
                """, arguments: [.integer(since)]
            ) { row in
                let id: Int64 = try row.get("file_id")
                let at: Int64 = try row.get("inspected_at")
                found[id] = at
                if seen.times[id] != at { names.insert(try row.get("normalized_name")) }
            }
            return (found, try Self.subjects(of: names, connection))
        }
        seenInspections.withLock { $0 = SeenInspections(times: found, readAt: now) }
        guard !subjects.isEmpty else { return false }
        let newest = found.values.max() ?? state.inspectedAt
        try await file.driver.write { connection in
            guard var state = try SearchState.read(connection) else { return }
            for (key, subject) in subjects {
                try SearchDocumentQueries.put(
                    subject, of: key, at: .same, indexedBelow: state.indexedBelow, connection)
            }
            state.inspectedAt = max(state.inspectedAt, newest)
            try state.write(connection)
        }
        return true
    }

    static func subjects(
        of names: Set<String>, _ connection: any SQLConnection
    ) throws -> [String: SearchSubject] {
        var subjects: [String: SearchSubject] = [:]
        for name in names { subjects[name] = try SearchSubject.read(name, connection) }
        return subjects
    }
}

/// A search file that has lost its own state.
struct SearchStateMissing: Error {}

/// A search file that knows changes which the database does not: that was restored.
struct SearchAheadOfJournal: Error {}

/// A search file whose building was broken off.
struct SearchUnfinished: Error {}

/// The newest inspections that are in the file already.
struct SeenInspections: Sendable {
    /// The time of each, by the number of the file that was inspected.
    var times: [Int64: Int64] = [:]
    /// When they were read: what was noted well before then is in the file.
    var readAt: Int64 = 0
}

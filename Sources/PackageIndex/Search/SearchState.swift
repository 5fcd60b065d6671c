import Database

/// How far a search file has come; kept in it, and changed in the transaction that makes it so.
struct SearchState: Sendable, Equatable {
    /// The serial up to which the journal is in the file.
    var serial: Int64
    /// When the change of that serial was made: a database in which it was made at another time is
    /// another database.
    var serialAt: Int64 = 0
    /// The digest of the catalogue that is in the file; nil for none.
    var catalogue: String?
    /// Up to which number the catalogue's documents are in the index of words.
    var indexedBelow: Int64 = .max
    /// Up to when inspections are in the file.
    var inspectedAt: Int64 = 0
    /// Whether everything is in the file.
    var isComplete = false

    init(serial: Int64) {
        self.serial = serial
    }

    /// The state of a file of this format; nil for another one.
    static func read(_ connection: any SQLConnection) throws -> SearchState? {
        var values: [String: String] = [:]
        for row in try connection.rows("SELECT name, value FROM state") {
            values[try row.get("name")] = try row.get("value") as String
        }
        guard values["format"] == SearchFile.format,
            let serial = values["serial"].flatMap(Int64.init)
        else { return nil }
        var state = SearchState(serial: serial)
        state.serialAt = values["serialAt"].flatMap(Int64.init) ?? 0
        state.catalogue = values["catalogue"].flatMap { $0.isEmpty ? nil : $0 }
        state.indexedBelow = values["indexedBelow"].flatMap(Int64.init) ?? .max
        state.inspectedAt = values["inspectedAt"].flatMap(Int64.init) ?? 0
        state.isComplete = values["isComplete"] == "true"
        return state
    }

    /// Keeps the state.
    func write(_ connection: any SQLConnection) throws {
        let values = [
            "format": SearchFile.format, "serial": "\(serial)", "serialAt": "\(serialAt)",
            "catalogue": catalogue ?? "", "indexedBelow": "\(indexedBelow)",
            "inspectedAt": "\(inspectedAt)", "isComplete": "\(isComplete)",
        ]
        for (name, value) in values {
            try connection.run(
                """
                INSERT INTO state (name, value) VALUES ($1, $2)
                ON CONFLICT (name) DO UPDATE SET value = excluded.value
                """, name, value)
        }
    }
}

/// The statements that one PostgreSQL session has prepared, by text and parameter types; the one
/// unused longest leaves first.
struct PreparedStatements {
    struct Key: Hashable {
        let sql: String
        let types: [UInt32]
    }

    private struct Entry {
        let name: String
        var lastUse: UInt64
    }

    let capacity: Int
    private var entries: [Key: Entry] = [:]
    private var uses: UInt64 = 0

    init(capacity: Int) {
        self.capacity = capacity
    }

    /// The name under which the statement is prepared; nil when it is not.
    mutating func name(for key: Key) -> String? {
        uses &+= 1
        entries[key]?.lastUse = uses
        return entries[key]?.name
    }

    /// Makes room for one more and returns the name of the statement that has to go, if any.
    mutating func evictIfFull() -> String? {
        guard entries.count >= capacity,
            let oldest = entries.min(by: { $0.value.lastUse < $1.value.lastUse })
        else { return nil }
        entries[oldest.key] = nil
        return oldest.value.name
    }

    /// A name that no statement of the session has had.
    mutating func nextName() -> String {
        uses &+= 1
        return "s\(uses)"
    }

    mutating func insert(_ key: Key, name: String) {
        entries[key] = Entry(name: name, lastUse: uses)
    }

    mutating func removeAll() {
        entries.removeAll()
    }
}

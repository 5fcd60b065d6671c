import Database

/// A project that may be a result, with what decides whether and where.
struct SearchCandidate: Sendable {
    /// Its number in the search file; a private project's is its row's number, negative.
    let id: Int64
    let key: String
    let squashed: String
    let rank: Int?
    let releasedAt: Int64?
    let marks: String?

    static let columns = "id, key, squashed, rank, released_at, marks"

    init(_ row: SQLRow) throws {
        id = try row.get("id")
        key = try row.get("key")
        squashed = try row.get("squashed")
        rank = try row.get("rank")
        releasedAt = try row.get("released_at")
        marks = try row.get("marks")
    }

    init(_ document: ConfidentialDocument) {
        id = -document.projectID
        key = document.key
        squashed = document.squashed
        rank = nil
        releasedAt = document.releasedAt
        marks = document.marks
    }

    /// Whether it is a project of this index.
    var isHeld: Bool { id < SearchFile.firstOfCatalogue }
}

/// The candidates of one search, each once, at the best place that something gave it.
struct SearchCandidates {
    private var costs: [Int64: Double] = [:]

    /// Adds a candidate, or moves it up.
    mutating func add(_ candidate: SearchCandidate, cost: Double) {
        let cost = cost + (candidate.isHeld ? SearchRanking.ofThisIndex : 0)
        costs[candidate.id] = min(costs[candidate.id] ?? .infinity, cost)
    }

    /// How many there are.
    var count: Int { costs.count }

    /// Their numbers, best first; of equals the more used one, which has the lower number.
    var ordered: [Int64] {
        costs.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map(\.key)
    }

    func contains(_ id: Int64) -> Bool { costs[id] != nil }
}

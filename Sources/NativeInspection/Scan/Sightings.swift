/// The texts that a scan found, by what they mark: each text once, with the first place where it stood.
struct Sightings: Sendable {
    /// A text with its place in the source.
    struct Sighting: Sendable, Equatable {
        let text: String
        let offset: Int
    }

    private var sightings: [[Sighting]]
    private var known: [Set<String>]
    private var budgets: [NameBudget]
    private let limits: InspectionLimits

    init(limits: InspectionLimits) {
        self.limits = limits
        sightings = Array(repeating: [], count: TextMarker.allCases.count)
        budgets = Array(repeating: NameBudget(limits), count: TextMarker.allCases.count)
        known = Array(repeating: [], count: TextMarker.allCases.count)
    }

    /// What was found of a marker, in the order of the file.
    subscript(marker: TextMarker) -> [Sighting] { sightings[marker.rawValue] }

    /// Takes a text into account, unless it is known or too many are.
    mutating func note(_ text: String, of marker: TextMarker, at offset: Int) {
        let index = marker.rawValue
        guard !isFull(marker) else { return }
        guard marker.isPlace || known[index].insert(text).inserted else { return }
        guard budgets[index].take(text) else { return }
        sightings[index].append(Sighting(text: text, offset: offset))
    }

    /// Whether no more texts of the marker are kept.
    func isFull(_ marker: TextMarker) -> Bool {
        budgets[marker.rawValue].isSpent
            || sightings[marker.rawValue].count >= marker.limit(limits)
    }
}

/// What one list of a report may still hold: entries can share one long name, so that a small file
/// would fill a large list.
struct NameBudget {
    /// Whether a name did not fit, so that the list is not whole.
    private(set) var isSpent = false
    private var names: Int
    private var bytes: Int

    /// The budget of a list; its bytes are those of one list unless said otherwise.
    init(_ limits: InspectionLimits, bytes: Int? = nil) {
        names = limits.listEntries
        self.bytes = bytes ?? limits.listBytes
    }

    /// Whether the name still fits, and so did all before it.
    mutating func take(_ name: String) -> Bool {
        let count = name.utf8.count
        guard !isSpent, names > 0, count <= bytes else {
            isSpent = true
            return false
        }
        names -= 1
        bytes -= count
        return true
    }

    /// Takes a name, or refuses the list that it belongs to.
    mutating func spend(_ name: String, of list: String) throws(NativeInspectionError) {
        guard take(name) else {
            throw .invalid("\(list): there are too many names, or they are too long together")
        }
    }
}

extension Shape {
    /// What the shape is, in words for the page of help.
    package var words: String {
        switch self {
        case .text(let rule):
            if !rule.choices.isEmpty {
                return rule.choices.map { "“\($0)”" }.joined(separator: ", ")
            }
            if rule.format == "date-time" { return "time" }
            return rule.length.map {
                $0.upperBound < 200 ? "text, at most \($0.upperBound)" : "text"
            }
                ?? "text"
        case .integer(let bounds):
            return bounds.upperBound < 1_000_000
                ? "number, \(bounds.lowerBound) to \(bounds.upperBound)" : "number"
        case .boolean: return "true or false"
        case .optional(let shape): return "\(shape.words), or null"
        case .list(let shape, _, _): return "list of: \(shape.words)"
        case .object(let members):
            return "object with \(members.map(\.name).joined(separator: ", "))"
        case .texts: return "texts by name"
        case .elsewhere(let page): return page
        case .named(let name, _): return name
        }
    }

    /// The members of an object, of one with a name as well.
    package var members: [Member] {
        switch self {
        case .object(let members): members
        case .named(_, let shape): shape.members
        default: []
        }
    }

    /// Whether values are whole numbers.
    package var isNumber: Bool {
        if case .integer = self { true } else { false }
    }
}

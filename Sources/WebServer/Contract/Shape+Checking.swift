import PackageIndex

extension Shape {
    /// Refuses a value of another shape, and says where by a JSON pointer (RFC 6901).
    package func check(_ value: JSONValue, at pointer: String = "") throws {
        switch self {
        case .text(let rule):
            guard case .string(let text) = value else { throw wrong(value, at: pointer) }
            guard rule.isKept(by: text) else { throw Self.unfit(rule.demand, at: pointer) }
        case .integer(let bounds):
            switch value {
            case .integer(let number) where bounds.contains(number): break
            case .integer: throw Self.unfit(demand(bounds), at: pointer)
            default: throw wrong(value, at: pointer)
            }
        case .boolean:
            guard case .boolean = value else { throw wrong(value, at: pointer) }
        case .optional(let shape):
            if value != .null { try shape.check(value, at: pointer) }
        case .list(let shape, let count, let isSet):
            guard case .array(let values) = value else { throw wrong(value, at: pointer) }
            guard count.contains(values.count) else {
                throw Self.unfit(
                    "there have to be \(count.lowerBound) to \(count.upperBound) items",
                    at: pointer)
            }
            for (place, value) in values.enumerated() {
                try shape.check(value, at: "\(pointer)/\(place)")
                guard !isSet || !values[..<place].contains(value) else {
                    throw Self.unfit("it is there twice", at: "\(pointer)/\(place)")
                }
            }
        case .object(let members): try Self.check(value, members, self, at: pointer)
        case .texts, .elsewhere: break
        case .named(_, let shape): try shape.check(value, at: pointer)
        }
    }

    private static func check(
        _ value: JSONValue, _ members: [Member], _ shape: Shape, at pointer: String
    ) throws {
        guard case .object(let given) = value else { throw shape.wrong(value, at: pointer) }
        for member in given {
            let place = "\(pointer)/\(escaped(member.name))"
            guard let known = members.first(where: { $0.name == member.name }) else {
                let names = members.map(\.name).joined(separator: ", ")
                throw Refusal(
                    .bodyInvalid, "\(Shown.short(place)): there is no such member.",
                    help: "The members here are: \(names).")
            }
            try known.shape.check(member.value, at: place)
        }
        for member in members where member.isRequired && value[member.name] == nil {
            throw unfit("it is missing", at: "\(pointer)/\(member.name)")
        }
    }

    private func wrong(_ value: JSONValue, at pointer: String) -> Refusal {
        Self.unfit("\(kind) is expected, not \(value.kind)", at: pointer)
    }

    private static func unfit(_ problem: String, at pointer: String) -> Refusal {
        let place = pointer.isEmpty ? "The body" : Shown.short(pointer)
        return Refusal(.bodyInvalid, "\(place): \(problem).")
    }

    private static func escaped(_ name: String) -> String {
        name.replacing("~", with: "~0").replacing("/", with: "~1")
    }

    private func demand(_ bounds: ClosedRange<Int>) -> String {
        "a number from \(bounds.lowerBound) to \(bounds.upperBound) is expected"
    }

    private var kind: String {
        switch self {
        case .text: "a string"
        case .integer: "an integer"
        case .boolean: "a boolean"
        case .list: "an array"
        case .object, .texts, .elsewhere: "an object"
        case .optional(let shape), .named(_, let shape): shape.kind
        }
    }
}

extension TextRule {
    /// What the text has to be, for who gave another.
    var demand: String {
        if !choices.isEmpty {
            return "it has to be one of \(choices.map { "'\($0)'" }.joined(separator: ", "))"
        }
        let bounds = length.map { " of \($0.lowerBound) to \($0.upperBound) characters" } ?? ""
        return "a text\(bounds) on one line is expected"
            + (self.pattern.map { $0.utf8.count < 80 ? " that matches \($0)" : "" } ?? "")
    }
}

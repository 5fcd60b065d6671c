import PythonPackaging

extension Conform {
    /// `r` → the parts of a requirement: the name normalised, the extras sorted.
    @Sendable static func requirement(_ question: ConformQuestion) throws -> Answer {
        let requirement = try Requirement(question.text("r"))
        return [
            "name": .text(requirement.name.normalized),
            "extras": JSONValue(requirement.extras),
            "specifier": .text(requirement.specifiers.description),
            "url": JSONValue(requirement.url),
            "marker": JSONValue(requirement.marker?.description),
        ]
    }

    /// `r` → the requirement in its normal form.
    @Sendable static func requirementText(_ question: ConformQuestion) throws -> Answer {
        ["text": .text(try Requirement(question.text("r")).description)]
    }

    /// `a`, `b` → `equal`.
    @Sendable static func requirementEqual(_ question: ConformQuestion) throws -> Answer {
        let left = try Requirement(question.text("a"))
        let right = try Requirement(question.text("b"))
        return ["equal": .bool(left == right && sameHash(left, right))]
    }

    /// `m`, `env` → `value`.
    ///
    /// In the environment, sets are arrays. What it leaves out is undefined, but for what the
    /// optional field `context` fills in: `metadata`, the default, means no extra; `lock_file` no
    /// extras and no dependency groups; `requirement` nothing.
    @Sendable static func marker(_ question: ConformQuestion) throws -> Answer {
        let marker = try Marker(question.text("m"))
        guard case .object(let fields) = question["env"] else { throw Refused() }
        var environment = try defaults(of: question)
        for (name, value) in fields {
            guard let variable = MarkerVariable(rawValue: name) else { continue }
            environment[variable] = try environmentValue(value)
        }
        return ["value": .bool(try marker.evaluate(in: environment))]
    }

    /// `m` → the marker in its normal form.
    @Sendable static func markerText(_ question: ConformQuestion) throws -> Answer {
        ["text": .text(try Marker(question.text("m")).description)]
    }

    /// `a`, `b` → `equal`.
    @Sendable static func markerEqual(_ question: ConformQuestion) throws -> Answer {
        let left = try Marker(question.text("a"))
        let right = try Marker(question.text("b"))
        return ["equal": .bool(left == right && sameHash(left, right))]
    }

    private static func defaults(of question: ConformQuestion) throws -> MarkerEnvironment {
        switch question["context"] {
        case nil, "metadata": MarkerEnvironment([.extra: .text("")])
        case "lock_file": MarkerEnvironment([.extras: .names([]), .dependencyGroups: .names([])])
        case "requirement": MarkerEnvironment()
        default: throw Refused()
        }
    }

    private static func environmentValue(_ value: JSONValue) throws -> MarkerEnvironment.Value {
        switch value {
        case .text(let text): return .text(text)
        case .null: return .text("")
        case .array(let names):
            return .names(
                Set(
                    try names.map {
                        guard case .text(let name) = $0 else { throw Refused() }
                        return name
                    }))
        default: throw Refused()
        }
    }

    /// Whether two values that are equal also fall into the same place of a hash table.
    static func sameHash<Value: Hashable>(_ left: Value, _ right: Value) -> Bool {
        left.hashValue == right.hashValue
    }
}

extension Shape {
    /// The shape as JSON Schema (draft 2020-12, which OpenAPI 3.1 uses).
    ///
    /// A request takes no members but those named; an answer may have more with a later version.
    func schema(ofRequest: Bool) -> JSONValue {
        switch self {
        case .text(let rule): return rule.schema
        case .integer(let bounds):
            return [
                "type": "integer", "minimum": .integer(bounds.lowerBound),
                "maximum": .integer(bounds.upperBound),
            ]
        case .boolean: return ["type": "boolean"]
        case .optional(let shape):
            return ["anyOf": [shape.schema(ofRequest: ofRequest), ["type": "null"]]]
        case .list(let shape, let count, let isSet):
            var members: [JSONValue.Member] = [
                .init("type", "array"), .init("items", shape.schema(ofRequest: ofRequest)),
            ]
            if count.lowerBound > 0 {
                members.append(.init("minItems", .integer(count.lowerBound)))
            }
            if count.upperBound < .max {
                members.append(.init("maxItems", .integer(count.upperBound)))
            }
            if isSet { members.append(.init("uniqueItems", true)) }
            return .object(members)
        case .object(let members): return Self.schema(of: members, ofRequest: ofRequest)
        case .texts: return ["type": "object", "additionalProperties": ["type": "string"]]
        case .elsewhere(let page): return ["type": "object", "description": .string(page)]
        case .named(let name, _): return ["$ref": .string("#/components/schemas/\(name)")]
        }
    }

    private static func schema(of members: [Member], ofRequest: Bool) -> JSONValue {
        let properties = members.map { member in
            JSONValue.Member(
                member.name,
                member.shape.schema(ofRequest: ofRequest).described(as: member.summary))
        }
        let required = members.filter(\.isRequired).map(\.name)
        var schema: [JSONValue.Member] = [
            .init("type", "object"), .init("properties", .object(properties)),
        ]
        if !required.isEmpty { schema.append(.init("required", .strings(required))) }
        if ofRequest { schema.append(.init("additionalProperties", false)) }
        return .object(schema)
    }

    /// The named shapes in it, itself and those inside of them among them.
    package var components: [(name: String, shape: Shape)] {
        switch self {
        case .text, .integer, .boolean, .texts, .elsewhere: []
        case .optional(let shape), .list(let shape, _, _): shape.components
        case .object(let members): members.flatMap(\.shape.components)
        case .named(let name, let shape): [(name, shape)] + shape.components
        }
    }
}

extension TextRule {
    fileprivate var schema: JSONValue {
        var members: [JSONValue.Member] = [.init("type", "string")]
        if let format { members.append(.init("format", .string(format))) }
        if !choices.isEmpty { members.append(.init("enum", .strings(choices))) }
        if let length {
            if length.lowerBound > 0 {
                members.append(.init("minLength", .integer(length.lowerBound)))
            }
            members.append(.init("maxLength", .integer(length.upperBound)))
        }
        if let pattern { members.append(.init("pattern", .string(pattern))) }
        return .object(members)
    }
}

extension JSONValue {
    /// A schema with a description; beside a reference it stands as OpenAPI 3.1 lets it.
    func described(as text: String) -> JSONValue {
        guard case .object(let members) = self, self["description"] == nil else { return self }
        return .object(members + [Member("description", .string(text))])
    }
}

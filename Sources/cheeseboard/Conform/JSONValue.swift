/// Any JSON value, for questions and answers whose shape depends on what is asked.
enum JSONValue: Hashable, Sendable {
    case null
    case bool(Bool)
    case integer(Int)
    case text(String)
    case array([JSONValue])
    case object([String: JSONValue])
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral {
    init(stringLiteral value: String) { self = .text(value) }

    init(booleanLiteral value: Bool) { self = .bool(value) }

    /// Text, or null where there is none.
    init(_ text: String?) { self = text.map(JSONValue.text) ?? .null }

    init(_ texts: [String]) { self = .array(texts.map(JSONValue.text)) }
}

extension JSONValue: Decodable {
    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        self =
            if let text = try? container.decode(String.self) {
                .text(text)
            } else if let fields = try? container.decode([String: JSONValue].self) {
                .object(fields)
            } else if let values = try? container.decode([JSONValue].self) {
                .array(values)
            } else if let truth = try? container.decode(Bool.self) {
                .bool(truth)
            } else if let number = try? container.decode(Int.self) {
                .integer(number)
            } else if container.decodeNil() {
                .null
            } else {
                throw DecodingError.dataCorruptedError(
                    in: container, debugDescription: "a number that is not whole")
            }
    }
}

extension JSONValue: Encodable {
    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let truth): try container.encode(truth)
        case .integer(let number): try container.encode(number)
        case .text(let text): try container.encode(text)
        case .array(let values): try container.encode(values)
        case .object(let fields): try container.encode(fields)
        }
    }
}

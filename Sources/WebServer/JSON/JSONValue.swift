package import PackageIndex

/// A JSON value whose objects keep the order of their members.
package indirect enum JSONValue: Sendable, Equatable {
    case null
    case boolean(Bool)
    /// A number that is whole.
    case integer(Int)
    /// A number that is not whole, or too large for an `Int`, as it stands.
    case number(String)
    case string(String)
    case array([JSONValue])
    case object([Member])

    /// A member of an object.
    package struct Member: Sendable, Equatable {
        /// Its name.
        package let name: String
        /// Its value.
        package let value: JSONValue

        /// A member of that name.
        package init(_ name: String, _ value: JSONValue) {
            self.name = name
            self.value = value
        }
    }

    /// A text, or null.
    package static func string(_ text: String?) -> JSONValue {
        text.map { JSONValue.string($0) } ?? .null
    }

    /// A whole number, or null.
    package static func integer(_ number: Int?) -> JSONValue {
        number.map { JSONValue.integer($0) } ?? .null
    }

    /// Texts.
    package static func strings(_ texts: some Sequence<String>) -> JSONValue {
        .array(texts.map { .string($0) })
    }

    /// A moment as RFC 3339 writes it, in UTC, or null.
    package static func time(_ moment: Timestamp?) -> JSONValue { .string(moment?.iso8601) }

    /// The member of that name in an object; nil where there is none.
    package subscript(name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// The value as text, without blanks.
    package var text: String {
        switch self {
        case .null: "null"
        case .boolean(let value): value ? "true" : "false"
        case .integer(let number): String(number)
        case .number(let text): text
        case .string(let text): JSONText.quoted(text)
        case .array(let values): JSONText.list(values.map(\.text))
        case .object(let members): JSONText.object(members.map { ($0.name, $0.value.text) })
        }
    }

    /// What kind of value it is, in the words of JSON Schema.
    var kind: String {
        switch self {
        case .null: "null"
        case .boolean: "a boolean"
        case .integer: "an integer"
        case .number: "a number"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        }
    }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    /// A string.
    package init(stringLiteral value: String) { self = .string(value) }
    /// A whole number.
    package init(integerLiteral value: Int) { self = .integer(value) }
    /// True or false.
    package init(booleanLiteral value: Bool) { self = .boolean(value) }
    /// An array.
    package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    /// An object.
    package init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(elements.map { Member($0.0, $0.1) })
    }
}

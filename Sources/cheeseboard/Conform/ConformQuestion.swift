import Foundation

/// One question: the name of an operation and what it is asked about.
struct ConformQuestion: Sendable {
    let operation: String
    private let fields: [String: JSONValue]

    init(_ line: String) throws {
        fields = try JSONDecoder().decode([String: JSONValue].self, from: Data(line.utf8))
        guard case .text(let operation) = fields["op"] else { throw Conform.Refused() }
        self.operation = operation
    }

    /// A field as it came; nil where it is absent or null.
    subscript(field: String) -> JSONValue? {
        switch fields[field] {
        case nil, .null: nil
        case let value: value
        }
    }

    /// A field that must be there and hold text.
    func text(_ field: String) throws -> String {
        guard case .text(let text) = self[field] else { throw Conform.Refused() }
        return text
    }

    /// A field that holds true or false, or nothing.
    func truth(_ field: String) throws -> Bool? {
        guard let value = self[field] else { return nil }
        guard case .bool(let truth) = value else { throw Conform.Refused() }
        return truth
    }

    /// A field that must be there and hold an array of texts.
    func texts(_ field: String) throws -> [String] {
        guard case .array(let values) = self[field] else { throw Conform.Refused() }
        return try values.map { value in
            guard case .text(let text) = value else { throw Conform.Refused() }
            return text
        }
    }
}

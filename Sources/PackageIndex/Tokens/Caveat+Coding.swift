import Foundation

/// A caveat is written as a JSON array: its number, then its fields.
extension Caveat: Decodable {
    /// Reads a caveat of a token; whatever is not a known, well-formed one is `unreadable`.
    package init(bytes: [UInt8]) {
        self = (try? JSONDecoder().decode(Caveat.self, from: Data(bytes))) ?? .unreadable
    }

    /// Reads what `stored(_:)` wrote.
    package static func list(stored text: String) throws -> [Caveat] {
        try JSONDecoder().decode([Caveat].self, from: Data(text.utf8))
    }

    /// Writes caveats as one JSON array, for the database.
    package static func stored(_ caveats: [Caveat]) -> String {
        "[" + caveats.map(\.json).joined(separator: ",") + "]"
    }

    /// The caveat as it stands in a token.
    package var bytes: [UInt8] { Array(json.utf8) }

    /// Reads one array; whatever is not a known, well-formed caveat is `unreadable`.
    package init(from decoder: any Decoder) throws {
        self = (try? Self.known(in: decoder)) ?? .unreadable
    }

    private var json: String {
        switch self {
        case .expiration(let expiresAt, let notBefore): "[0,\(expiresAt),\(notBefore)]"
        case .projectNames(let names): "[1,\(JSONText.array(names))]"
        case .projectIDs(let identifiers): "[2,\(JSONText.array(identifiers))]"
        case .requestUser(let identifier): "[3,\(JSONText.quoted(identifier))]"
        case .scopes(let scopes): "[100,\(JSONText.array(scopes.map(\.rawValue).sorted()))]"
        case .unreadable: "[]"
        }
    }

    /// Throws unless the array is as long as its number asks: an extra field may be a restriction
    /// that a newer version understands.
    private static func known(in decoder: any Decoder) throws -> Caveat {
        var fields = try decoder.unkeyedContainer()
        let caveat: Caveat
        switch try fields.decode(Int.self) {
        case 0:
            let expiresAt = try fields.decode(Int64.self)
            caveat = .expiration(expiresAt: expiresAt, notBefore: try fields.decode(Int64.self))
        case 1: caveat = .projectNames(try fields.decode([String].self))
        case 2: caveat = .projectIDs(try fields.decode([String].self))
        case 3: caveat = .requestUser(try fields.decode(String.self))
        case 100:
            // A scope that is not known grants nothing here, and takes nothing from the others.
            let names = try fields.decode([String].self)
            caveat = .scopes(Set(names.compactMap(TokenScope.init(rawValue:))))
        default: caveat = .unreadable
        }
        return fields.isAtEnd ? caveat : .unreadable
    }
}

/// The identifiers that stand in licence expressions (SPDX licence list).
enum SPDXList {
    /// An identifier with its letters in the case that the list gives them.
    struct Identifier: Hashable, Sendable {
        let spelling: String
        let isDeprecated: Bool
    }

    /// The licence with this identifier, given in lower case.
    static func license(_ lowercased: String) -> Identifier? { licenses[lowercased] }

    /// The exception with this identifier, given in lower case.
    static func exception(_ lowercased: String) -> Identifier? { exceptions[lowercased] }

    private static let licenses = index(SPDXTable.licenses)

    private static let exceptions = index(SPDXTable.exceptions)

    private static func index(_ table: String) -> [String: Identifier] {
        var identifiers: [String: Identifier] = [:]
        let entries = table.utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
        for entry in entries {
            let isDeprecated = entry.last == UInt8(ascii: "!")
            let spelling = String(Substring(isDeprecated ? entry.dropLast() : entry))
            identifiers[spelling.lowercased()] = Identifier(
                spelling: spelling, isDeprecated: isDeprecated)
        }
        return identifiers
    }
}

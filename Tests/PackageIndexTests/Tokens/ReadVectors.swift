import Foundation

/// A token as another implementation made it, with what went in.
struct TokenVector: Decodable, Sendable {
    var rootKey: String
    var location: String
    var identifier: String
    var caveats: [String]
    var text: String

    var key: [UInt8] {
        stride(from: 0, to: rootKey.utf8.count, by: 2).compactMap {
            UInt8(rootKey.dropFirst($0).prefix(2), radix: 16)
        }
    }
}

/// All vectors by what they show.
struct TokenVectors: Decodable, Sendable {
    var macaroons: [TokenVector]
    var names: TokenVector
    var identifiers: TokenVector
    var times: TokenVector
    var user: TokenVector
    var legacy: TokenVector

    static func all() throws -> TokenVectors {
        try JSONDecoder().decode(TokenVectors.self, from: Data(tokenVectors.utf8))
    }
}

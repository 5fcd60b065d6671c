import Foundation
import PythonPackaging

/// What the browser says of a ceremony (§5.8.1): which kind, on which page, for which challenge.
struct ClientData {
    private static let largest = 16 << 10

    private struct Fields: Decodable {
        let type: String
        let challenge: String
        let origin: String
        let crossOrigin: Bool?
        let topOrigin: String?
    }

    private let fields: Fields

    init(_ bytes: [UInt8]) throws(WebAuthnInvalid) {
        guard bytes.count <= Self.largest,
            let fields = try? JSONDecoder().decode(Fields.self, from: Data(bytes))
        else { throw .malformed("the client data is not its JSON") }
        self.fields = fields
    }

    /// Refuses what was not said for this ceremony (§7.1 steps 7–11, §7.2 steps 11–14).
    func check(
        type: String, challenge: [UInt8], party: RelyingParty
    ) throws(WebAuthnInvalid) {
        guard fields.type == type else { throw .wrongType }
        guard !challenge.isEmpty,
            Base64URL.bytes(of: fields.challenge.utf8) == challenge
        else { throw .wrongChallenge }
        guard fields.origin == party.origin else { throw .wrongOrigin }
        guard fields.crossOrigin != true, fields.topOrigin == nil else { throw .crossOrigin }
    }
}

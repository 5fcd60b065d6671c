import Crypto
import Foundation
import PackageIndex

/// A security key in software, with one credential of ES256: it answers as browsers and keys do.
///
///     let key = TestAuthenticator(origin: "http://localhost")
///     let answer = try key.register(challenge: "…")
package struct TestAuthenticator: Sendable {
    /// The page that the browser shows.
    package var origin: String
    /// The name that the credential is bound to.
    package var party: String
    /// Whether it checks who uses it.
    package var verifiesUser = true
    /// Whose the credential is, for passkeys.
    package var userHandle: [UInt8] = []
    /// How often it was used.
    package var count: UInt32 = 0
    private let key = P256.Signing.PrivateKey()
    private let credential = (0..<32).map { _ in UInt8.random(in: .min ... .max) }

    /// A key used on pages of an origin.
    package init(origin: String, party: String = "localhost") {
        self.origin = origin
        self.party = party
    }

    /// The fields of the form that registers its credential.
    package func register(challenge: String) -> [String: String] {
        let point = Array(key.publicKey.x963Representation.dropFirst())
        let cose: [UInt8] =
            [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20] + point.prefix(32)
            + [0x22, 0x58, 0x20] + point.suffix(32)
        let data =
            head(flags: 0x40) + [UInt8](repeating: 0, count: 16) + [0, UInt8(credential.count)]
            + credential + cose
        let attestation: [UInt8] =
            [0xA3, 0x63] + Array("fmt".utf8) + [0x64] + Array("none".utf8) + [0x67]
            + Array("attStmt".utf8) + [0xA0, 0x68] + Array("authData".utf8)
            + [0x58, UInt8(data.count)] + data
        return [
            "client_data": Self.text(clientData("webauthn.create", challenge)),
            "attestation": Self.text(attestation),
        ]
    }

    /// The fields of the form that shows its credential.
    package mutating func assert(challenge: String) throws -> [String: String] {
        count += 1
        let client = clientData("webauthn.get", challenge)
        let data = head(flags: 0)
        let signature = try key.signature(
            for: Data(data) + Data(SHA256.hash(data: Data(client))))
        return [
            "credential": Self.text(credential), "client_data": Self.text(client),
            "authenticator_data": Self.text(data),
            "signature": Self.text(Array(signature.derRepresentation)),
            "user_handle": Self.text(userHandle),
        ]
    }

    private func head(flags: UInt8) -> [UInt8] {
        Array(SHA256.hash(data: Data(party.utf8))) + [flags | 0x01 | (verifiesUser ? 0x04 : 0)]
            + (0..<4).reversed().map { UInt8(truncatingIfNeeded: count >> (8 * $0)) }
    }

    private func clientData(_ type: String, _ challenge: String) -> [UInt8] {
        Array(
            #"{"type":"\#(type)","challenge":"\#(challenge)","origin":"\#(origin)"}"#.utf8)
    }

    private static func text(_ bytes: [UInt8]) -> String { Data(bytes).base64URL }
}

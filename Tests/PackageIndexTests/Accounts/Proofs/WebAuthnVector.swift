import Foundation
import PackageIndex
import PythonPackaging
import Testing

/// A registration and an assertion as an authenticator made them.
struct WebAuthnVector: Decodable, Sendable, CustomTestStringConvertible {
    var name: String
    var isVerified: Bool
    var createChallenge: String
    var createClientData: String
    var attestation: String
    var credentialID: String
    var publicKey: String
    var getChallenge: String
    var getClientData: String
    var authenticatorData: String
    var signature: String
    var signCounts: [Int64]

    var testDescription: String { name }

    static let all =
        (try? JSONDecoder().decode([WebAuthnVector].self, from: Data(webAuthnVectors.utf8))) ?? []

    /// The site that the vectors were made for.
    static let party = RelyingParty(origin: "https://index.example")

    static func bytes(_ text: String) -> [UInt8] { Base64URL.bytes(of: text.utf8) ?? [] }

    func register(
        challenge: String? = nil, party: RelyingParty? = Self.party,
        needsVerification: Bool = false,
        clientData: [UInt8]? = nil, attestation: [UInt8]? = nil
    ) throws -> CredentialRegistration.Credential {
        try CredentialRegistration(
            clientData: clientData ?? Self.bytes(createClientData),
            attestation: attestation ?? Self.bytes(self.attestation)
        ).verify(
            challenge: Self.bytes(challenge ?? createChallenge), party: #require(party),
            needsVerification: needsVerification)
    }

    func assert(
        challenge: String? = nil, party: RelyingParty? = Self.party,
        needsVerification: Bool = false,
        clientData: String? = nil, authenticatorData: String? = nil, signature: String? = nil,
        publicKey: String? = nil, signCount: Int64? = nil
    ) throws -> Int64 {
        try CredentialAssertion(
            credentialID: credentialID, clientData: clientData ?? getClientData,
            authenticatorData: authenticatorData ?? self.authenticatorData,
            signature: signature ?? self.signature, userHandle: ""
        ).verify(
            challenge: Self.bytes(challenge ?? getChallenge), party: #require(party),
            publicKey: Self.bytes(publicKey ?? self.publicKey),
            signCount: signCount ?? signCounts[0], needsVerification: needsVerification)
    }
}

/// Why the answer was not taken; nil where it was.
func invalidity<T>(_ body: () throws -> T) throws -> WebAuthnInvalid? {
    do {
        _ = try body()
        return nil
    } catch let invalid as WebAuthnInvalid {
        return invalid
    }
}

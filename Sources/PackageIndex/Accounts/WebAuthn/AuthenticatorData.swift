import Crypto

/// What the authenticator says and signs (§6.1): for which site, who was there, its counter, and at
/// registration the new credential.
struct AuthenticatorData {
    /// The new credential of a registration.
    struct Credential {
        let id: [UInt8]
        /// The public key as the authenticator wrote it, and as it is kept.
        let coseBytes: [UInt8]
        let key: CredentialKey
    }

    let partyHash: [UInt8]
    let isPresent: Bool
    let isVerified: Bool
    let isBackedUp: Bool
    let signCount: UInt32
    let credential: Credential?

    private static let longestID = 1023

    init(_ bytes: [UInt8]) throws(WebAuthnInvalid) {
        guard bytes.count >= 37 else { throw .malformed("the authenticator data is too short") }
        partyHash = Array(bytes[..<32])
        let flags = bytes[32]
        isPresent = flags & 0x01 != 0
        isVerified = flags & 0x04 != 0
        isBackedUp = flags & 0x10 != 0
        guard flags & 0x08 != 0 || !isBackedUp else {
            throw .malformed("a credential that cannot be backed up is backed up")
        }
        signCount = bytes[33..<37].reduce(0) { $0 << 8 | UInt32($1) }
        var rest = bytes[37...]
        if flags & 0x40 != 0 {
            guard rest.count >= 18 else { throw .malformed("the credential is cut off") }
            let length = Int(rest[53]) << 8 | Int(rest[54])
            rest = rest.dropFirst(18)
            guard (1...Self.longestID).contains(length), rest.count > length else {
                throw .malformed("the credential's identifier is cut off")
            }
            let id = Array(rest.prefix(length))
            rest = rest.dropFirst(length)
            var reader = CBORReader(rest)
            let key = try CredentialKey(try reader.value())
            credential = Credential(
                id: id, coseBytes: Array(rest[..<reader.position]), key: key)
            rest = rest[reader.position...]
        } else {
            credential = nil
        }
        if flags & 0x80 != 0 {
            // Extensions that were not asked for are ignored (§9.6), but have to be there.
            var reader = CBORReader(rest)
            guard case .map = try reader.value() else {
                throw .malformed("the extensions are no map")
            }
            rest = rest[reader.position...]
        }
        guard rest.isEmpty else { throw .malformed("bytes follow the authenticator data") }
    }

    /// Refuses data for another site, or without the person that a ceremony needs.
    func check(party: RelyingParty, needsVerification: Bool) throws(WebAuthnInvalid) {
        guard partyHash == Array(SHA256.hash(data: Array(party.id.utf8))) else {
            throw .wrongParty
        }
        guard isPresent else { throw .notPresent }
        guard isVerified || !needsVerification else { throw .notVerified }
    }
}

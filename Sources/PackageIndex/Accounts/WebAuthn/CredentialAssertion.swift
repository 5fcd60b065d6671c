import Crypto
import PythonPackaging

/// A browser's answer to the wish to see a credential (§7.2).
package struct CredentialAssertion: Sendable {
    /// The credential's identifier in base64url.
    package let credentialID: String
    /// Whose the credential is, as the authenticator remembers it: the user's identifier; nil where
    /// it remembers nobody.
    package let userHandle: [UInt8]?
    private let clientData: [UInt8]
    private let authenticatorData: [UInt8]
    private let signature: [UInt8]

    /// An answer from its parts, each in base64url; an empty user handle is none.
    package init(
        credentialID: String, clientData: String, authenticatorData: String, signature: String,
        userHandle: String
    ) throws(WebAuthnInvalid) {
        guard Base64URL.bytes(of: credentialID.utf8) != nil,
            let clientData = Base64URL.bytes(of: clientData.utf8),
            let authenticatorData = Base64URL.bytes(of: authenticatorData.utf8),
            let signature = Base64URL.bytes(of: signature.utf8),
            let handle = Base64URL.bytes(of: userHandle.utf8)
        else { throw .malformed("it is not base64url") }
        self.credentialID = credentialID
        self.clientData = clientData
        self.authenticatorData = authenticatorData
        self.signature = signature
        self.userHandle = handle.isEmpty ? nil : handle
    }

    /// Verifies the answer against the kept key and counter, and hands back the new counter.
    ///
    /// A counter of zero on both sides means that the authenticator counts nothing (§6.1.1).
    package func verify(
        challenge: [UInt8], party: RelyingParty, publicKey: [UInt8], signCount: Int64,
        needsVerification: Bool
    ) throws(WebAuthnInvalid) -> Int64 {
        try ClientData(clientData).check(
            type: "webauthn.get", challenge: challenge, party: party)
        let data = try AuthenticatorData(authenticatorData)
        try data.check(party: party, needsVerification: needsVerification)
        let key = try CredentialKey(try CBORReader.value(of: publicKey[...]))
        let signed = authenticatorData + Array(SHA256.hash(data: clientData))
        guard key.isValid(signature, over: signed) else { throw .wrongSignature }
        guard Int64(data.signCount) > signCount || (data.signCount == 0 && signCount == 0) else {
            throw .counterWentBack
        }
        return Int64(data.signCount)
    }
}

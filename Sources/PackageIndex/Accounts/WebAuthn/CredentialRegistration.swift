import PythonPackaging

/// A browser's answer to the wish for a new credential (§7.1).
package struct CredentialRegistration: Sendable {
    private let clientData: [UInt8]
    private let attestation: [UInt8]

    /// A credential that was registered.
    package struct Credential: Sendable, Hashable {
        /// The credential's identifier in base64url.
        package let id: String
        /// The public key as a COSE_Key.
        package let publicKey: [UInt8]
        /// The authenticator's counter.
        package let signCount: UInt32
        /// Whether the authenticator checked who used it, by a fingerprint or a PIN.
        package let isVerified: Bool
    }

    /// An answer from its two parts, each in base64url.
    package init(clientData: String, attestation: String) throws(WebAuthnInvalid) {
        guard let clientData = Base64URL.bytes(of: clientData.utf8),
            let attestation = Base64URL.bytes(of: attestation.utf8)
        else { throw .malformed("it is not base64url") }
        self.init(clientData: clientData, attestation: attestation)
    }

    /// An answer from its two parts.
    package init(clientData: [UInt8], attestation: [UInt8]) {
        self.clientData = clientData
        self.attestation = attestation
    }

    /// Verifies the answer; who made the authenticator (the attestation) is read and not believed,
    /// since every maker is welcome.
    package func verify(
        challenge: [UInt8], party: RelyingParty, needsVerification: Bool
    ) throws(WebAuthnInvalid) -> Credential {
        try ClientData(clientData).check(
            type: "webauthn.create", challenge: challenge, party: party)
        let object = try CBORReader.value(of: attestation[...])
        guard case .text(let format) = object["fmt"], case .map(let statement) = object["attStmt"],
            let bytes = object["authData"]?.bytes
        else { throw .malformed("the attestation object lacks a part") }
        guard format != "none" || statement.isEmpty else {
            throw .malformed("no attestation has a statement")
        }
        let data = try AuthenticatorData(bytes)
        try data.check(party: party, needsVerification: needsVerification)
        guard let credential = data.credential else {
            throw .malformed("there is no credential in it")
        }
        return Credential(
            id: Base64URL.text(of: credential.id), publicKey: credential.coseBytes,
            signCount: data.signCount, isVerified: data.isVerified)
    }
}

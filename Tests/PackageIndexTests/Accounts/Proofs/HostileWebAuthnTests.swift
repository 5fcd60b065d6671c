import CheeseboardTesting
import PackageIndex
import PythonPackaging
import Testing

/// Whatever an authenticator or a browser sends, it is taken or refused; nothing traps.
@Suite struct `Hostile WebAuthn` {
    @Test(arguments: WebAuthnVector.all)
    func `every truncation of a registration is refused`(_ vector: WebAuthnVector) throws {
        let attestation = WebAuthnVector.bytes(vector.attestation)
        for length in attestation.indices {
            let invalid = try invalidity {
                try vector.register(attestation: Array(attestation.prefix(length)))
            }
            #expect(invalid != nil, "\(length)")
        }
        let client = WebAuthnVector.bytes(vector.createClientData)
        for length in client.indices {
            #expect(
                try invalidity { try vector.register(clientData: Array(client.prefix(length))) }
                    != nil)
        }
    }

    @Test(arguments: WebAuthnVector.all)
    func `every truncation of an assertion is refused`(_ vector: WebAuthnVector) throws {
        for (place, text) in [vector.authenticatorData, vector.signature, vector.getClientData]
            .enumerated()
        {
            let bytes = WebAuthnVector.bytes(text)
            for length in bytes.indices {
                let cut = Base64URL.text(of: Array(bytes.prefix(length)))
                let invalid = try invalidity {
                    try vector.assert(
                        clientData: place == 2 ? cut : nil,
                        authenticatorData: place == 0 ? cut : nil, signature: place == 1 ? cut : nil
                    )
                }
                #expect(invalid != nil, "\(place) \(length)")
            }
        }
        let key = WebAuthnVector.bytes(vector.publicKey)
        for length in key.indices {
            let cut = Base64URL.text(of: Array(key.prefix(length)))
            #expect(try invalidity { try vector.assert(publicKey: cut) } != nil)
        }
    }

    @Test(arguments: WebAuthnVector.all)
    func `changed bytes never trap, and never vouch for anything changed`(
        _ vector: WebAuthnVector
    ) throws {
        var random = SeededRandom(seed: 4711)
        for _ in 0..<2_000 {
            let attestation = random.mutate(WebAuthnVector.bytes(vector.attestation))
            _ = try invalidity { try vector.register(attestation: attestation) }
            let client = random.mutate(WebAuthnVector.bytes(vector.createClientData))
            _ = try invalidity { try vector.register(clientData: client) }
            let key = random.mutate(WebAuthnVector.bytes(vector.publicKey))
            _ = try invalidity { try vector.assert(publicKey: Base64URL.text(of: key)) }
            let data = random.mutate(WebAuthnVector.bytes(vector.authenticatorData))
            let invalid = try invalidity {
                try vector.assert(authenticatorData: Base64URL.text(of: data))
            }
            #expect(invalid != nil || data == WebAuthnVector.bytes(vector.authenticatorData))
        }
    }

    /// CBOR that stands for more than it is: depth, counts and lengths without an end.
    @Test(arguments: [
        [UInt8](repeating: 0x81, count: 100_000), [0x9B, 255, 255, 255, 255, 255, 255, 255, 255],
        [0xBB, 127, 255, 255, 255, 255, 255, 255, 255],
        [0x5B, 255, 255, 255, 255, 255, 255, 255, 255],
        [0x9F, 0x01, 0xFF], [0x5F, 0x41, 0x00, 0xFF], [0xC0, 0x60], [0xA2, 0x01, 0x02, 0x01, 0x03],
        [0x9A, 0, 1, 0, 0] + [UInt8](repeating: 0, count: 65_536), [0x61, 0xFF], [0x1C], [0xFF], [],
        [0x3B, 255, 255, 255, 255, 255, 255, 255, 255],
    ])
    func `CBOR beyond its bounds is refused`(_ bytes: [UInt8]) throws {
        let vector = try #require(WebAuthnVector.all.first)
        #expect(try invalidity { try vector.register(attestation: bytes) } != nil)
        #expect(
            try invalidity { try vector.assert(publicKey: Base64URL.text(of: bytes)) } != nil)
    }

    @Test(arguments: ["", "{", "[]", "{\"type\":1}", String(repeating: "[", count: 60_000)])
    func `client data that is not its JSON is refused`(_ text: String) throws {
        let vector = try #require(WebAuthnVector.all.first)
        #expect(try invalidity { try vector.register(clientData: Array(text.utf8)) } != nil)
    }

    @Test func `answers that are not base64url are refused`() throws {
        #expect(
            try invalidity { try CredentialRegistration(clientData: "a+b", attestation: "AAAA") }
                != nil)
        #expect(
            try invalidity {
                try CredentialAssertion(
                    credentialID: "AAAA", clientData: "AAAA", authenticatorData: "A", signature: "",
                    userHandle: "")
            } != nil)
    }
}

import PackageIndex
import PythonPackaging
import Testing

@Suite struct `WebAuthn` {
    @Test func `there are vectors`() {
        #expect(WebAuthnVector.all.count >= 6)
    }

    @Test(arguments: WebAuthnVector.all)
    func `a registration and an assertion by each kind of key are taken`(
        _ vector: WebAuthnVector
    ) throws {
        let credential = try vector.register(needsVerification: vector.isVerified)
        #expect(credential.id == vector.credentialID)
        #expect(credential.publicKey == WebAuthnVector.bytes(vector.publicKey))
        #expect(Int64(credential.signCount) == vector.signCounts[0])
        #expect(credential.isVerified == vector.isVerified)
        #expect(try vector.assert(needsVerification: vector.isVerified) == vector.signCounts[1])
    }

    @Test(arguments: WebAuthnVector.all)
    func `an answer to another challenge, or to none, is replayed`(
        _ vector: WebAuthnVector
    ) throws {
        for challenge in [vector.getChallenge, "AAAA", ""] {
            #expect(try invalidity { try vector.register(challenge: challenge) } == .wrongChallenge)
        }
        for challenge in [vector.createChallenge, "AAAA", ""] {
            #expect(try invalidity { try vector.assert(challenge: challenge) } == .wrongChallenge)
        }
    }

    @Test(arguments: [
        "http://index.example", "https://index.example:8443", "https://other.example",
        "https://index.example.attacker.example", "https://a.index.example",
    ])
    func `an answer given to another origin is not taken`(_ origin: String) throws {
        let vector = try #require(WebAuthnVector.all.first)
        let party = RelyingParty(origin: origin)
        #expect(try invalidity { try vector.register(party: party) } == .wrongOrigin)
        #expect(try invalidity { try vector.assert(party: party) } == .wrongOrigin)
    }

    @Test func `an answer given inside another site's page is not taken`() throws {
        let vector = try #require(WebAuthnVector.all.last)
        let challenge = vector.getChallenge
        for part in [#""crossOrigin":true"#, #""topOrigin":"https://attacker.example""#] {
            let data = """
                {"type":"webauthn.get","challenge":"\(challenge)",\
                "origin":"https://index.example",\(part)}
                """
            let text = Base64URL.text(of: Array(data.utf8))
            #expect(try invalidity { try vector.assert(clientData: text) } == .crossOrigin)
        }
    }

    @Test func `a registration is no assertion and an assertion no registration`() throws {
        let vector = try #require(WebAuthnVector.all.first)
        #expect(
            try invalidity {
                try vector.assert(
                    challenge: vector.createChallenge, clientData: vector.createClientData)
            } == .wrongType)
        #expect(
            try invalidity {
                try vector.register(
                    challenge: vector.getChallenge,
                    clientData: WebAuthnVector.bytes(vector.getClientData))
            } == .wrongType)
    }

    @Test func `credentials of another site's name are not taken, whatever the page says`() throws {
        let vector = try #require(WebAuthnVector.all.first)
        var data = WebAuthnVector.bytes(vector.authenticatorData)
        data[0] ^= 1
        #expect(
            try invalidity {
                try vector.assert(authenticatorData: Base64URL.text(of: data))
            } == .wrongParty)
    }

    @Test(arguments: WebAuthnVector.all)
    func `nobody there, and nobody checked where it is needed, is told by the flags`(
        _ vector: WebAuthnVector
    ) throws {
        var data = WebAuthnVector.bytes(vector.authenticatorData)
        data[32] &= 0xFE
        #expect(
            try invalidity { try vector.assert(authenticatorData: Base64URL.text(of: data)) }
                == .notPresent)
        let invalid = try invalidity { try vector.assert(needsVerification: true) }
        #expect(invalid == (vector.isVerified ? nil : .notVerified))
        let refused = try invalidity { try vector.register(needsVerification: true) }
        #expect(refused == (vector.isVerified ? nil : .notVerified))
    }

    @Test(arguments: WebAuthnVector.all)
    func `no bit of what is signed, nor of the signature, can be changed`(
        _ vector: WebAuthnVector
    ) throws {
        var data = WebAuthnVector.bytes(vector.authenticatorData)
        data[36] ^= 1
        let changed = try invalidity {
            try vector.assert(authenticatorData: Base64URL.text(of: data), signCount: 0)
        }
        #expect(changed == .wrongSignature)
        let client = WebAuthnVector.bytes(vector.getClientData) + [0x20]
        #expect(
            try invalidity { try vector.assert(clientData: Base64URL.text(of: client)) }
                == .wrongSignature)
        for place in [0, 20] {
            var signature = WebAuthnVector.bytes(vector.signature)
            signature[place] ^= 1
            #expect(
                try invalidity { try vector.assert(signature: Base64URL.text(of: signature)) }
                    == .wrongSignature)
        }
    }

    @Test func `a key does not vouch for another's signature`() throws {
        for vector in WebAuthnVector.all {
            for other in WebAuthnVector.all where other.name != vector.name {
                let invalid = try invalidity { try vector.assert(publicKey: other.publicKey) }
                #expect(invalid == .wrongSignature, "\(vector.name) by \(other.name)")
            }
        }
    }

    @Test func `a counter that goes back or stands still tells of a copy`() throws {
        let vector = try #require(WebAuthnVector.all.first)
        for count in [Int64(1), 2, 4_294_967_295] {
            #expect(try invalidity { try vector.assert(signCount: count) } == .counterWentBack)
        }
        let uncounted = try #require(WebAuthnVector.all.first { $0.signCounts == [0, 0] })
        #expect(try uncounted.assert() == 0)
        #expect(try invalidity { try uncounted.assert(signCount: 1) } == .counterWentBack)
    }

    @Test(arguments: [
        ("https://index.example", "index.example"), ("http://localhost:8080", "localhost"),
        ("http://[::1]:8080", "[::1]"),
    ])
    func `a party is named by its host alone`(_ origin: String, _ id: String) {
        #expect(RelyingParty(origin: origin)?.id == id)
    }

    @Test(arguments: [
        ("https://index.example", true), ("http://localhost:8080", true),
        ("http://127.0.0.1:8080", false), ("http://[::1]:8080", false),
    ])
    func `browsers make credentials for names alone`(_ origin: String, _ isNamed: Bool) {
        #expect(RelyingParty(origin: origin)?.isNamed == isNamed)
    }

    @Test(arguments: [
        "", "index.example", "https://", "https://index.example/", "https:/a", "http://[",
    ])
    func `what is no origin has no party`(_ origin: String) {
        #expect(RelyingParty(origin: origin) == nil)
    }
}

import Crypto
import CryptoExtras
import Foundation

/// A credential's public key in one of the three kinds that every authenticator has one of: ES256,
/// EdDSA over Ed25519, RS256 (RFC 9053, RFC 8812).
enum CredentialKey {
    case es256(P256.Signing.PublicKey)
    case ed25519(Curve25519.Signing.PublicKey)
    case rs256(_RSA.Signing.PublicKey)

    /// The algorithms by their COSE numbers, the preferred one first.
    static let algorithms = [-8, -7, -257]

    /// Reads a COSE_Key: its kind, algorithm and curve must agree.
    init(_ cose: CBORValue) throws(WebAuthnInvalid) {
        do {
            switch (cose[1]?.number, cose[3]?.number) {
            case (2, -7):
                guard cose[-1]?.number == 1, let x = cose[-2]?.bytes, x.count == 32,
                    let y = cose[-3]?.bytes, y.count == 32
                else { throw WebAuthnInvalid.keyUnsupported }
                self = .es256(try P256.Signing.PublicKey(x963Representation: Data([4] + x + y)))
            case (1, -8):
                guard cose[-1]?.number == 6, let x = cose[-2]?.bytes, x.count == 32 else {
                    throw WebAuthnInvalid.keyUnsupported
                }
                self = .ed25519(try Curve25519.Signing.PublicKey(rawRepresentation: Data(x)))
            case (3, -257):
                guard let modulus = cose[-1]?.bytes, (256...512).contains(modulus.count),
                    let exponent = cose[-2]?.bytes, (1...4).contains(exponent.count)
                else { throw WebAuthnInvalid.keyUnsupported }
                self = .rs256(
                    try _RSA.Signing.PublicKey(n: Data(modulus), e: Data(exponent)))
            default: throw WebAuthnInvalid.keyUnsupported
            }
        } catch {
            // A point that is not on the curve, or a modulus that is none.
            throw .keyUnsupported
        }
    }

    /// Whether the key's owner signed the bytes.
    func isValid(_ signature: [UInt8], over bytes: [UInt8]) -> Bool {
        let data = Data(bytes)
        switch self {
        case .es256(let key):
            guard
                let signature = try? P256.Signing.ECDSASignature(
                    derRepresentation: Data(signature))
            else { return false }
            return key.isValidSignature(signature, for: data)
        case .ed25519(let key):
            return key.isValidSignature(Data(signature), for: data)
        case .rs256(let key):
            return key.isValidSignature(
                _RSA.Signing.RSASignature(rawRepresentation: Data(signature)),
                for: SHA256.hash(data: data), padding: .insecurePKCS1v1_5)
        }
    }
}

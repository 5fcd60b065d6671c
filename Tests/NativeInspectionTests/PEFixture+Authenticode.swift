import Crypto

extension PEFixture {
    /// The functions that Authenticode has its digests made with.
    enum DigestKind: CaseIterable, Sendable {
        case sha1, sha256, sha384

        /// The OID in DER (RFC 5754 and RFC 3279).
        var identifier: [UInt8] {
            switch self {
            case .sha1: [0x2B, 0x0E, 0x03, 0x02, 0x1A]
            case .sha256: [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01]
            case .sha384: [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x02]
            }
        }

        /// By another implementation than the one under test.
        func digest(of bytes: [UInt8]) -> [UInt8] {
            switch self {
            case .sha1: Array(Insecure.SHA1.hash(data: bytes))
            case .sha256: Array(SHA256.hash(data: bytes))
            case .sha384: Array(SHA384.hash(data: bytes))
            }
        }
    }

    /// The file with a signature of its image, by Microsoft's "Windows Authenticode Portable Executable
    /// Signature Format": the message is laid out as signtool lays it out, but without a certificate.
    mutating func sign(_ kind: DigestKind) {
        certificate = Self.certificate(kind, digest: kind.digest(of: []))
        let unsigned = bytes
        let checksum = 0x100 + 24 + 64
        let entry = 0x100 + 24 + (isWide ? 112 : 96) + 32
        var image = Array(unsigned[..<checksum])
        image += unsigned[(checksum + 4)..<entry]
        image += unsigned[(entry + 8)..<(unsigned.count - certificate.count)]
        certificate = Self.certificate(kind, digest: kind.digest(of: image))
    }

    private static func certificate(_ kind: DigestKind, digest: [UInt8]) -> [UInt8] {
        let signedData: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02]
        let indirectData: [UInt8] = [
            0x2B, 0x06, 0x01, 0x04, 0x01, 0x82, 0x37, 0x02, 0x01, 0x04,
        ]
        let imageData: [UInt8] = [0x2B, 0x06, 0x01, 0x04, 0x01, 0x82, 0x37, 0x02, 0x01, 0x0F]
        let algorithm = element(0x30, element(0x06, kind.identifier) + [0x05, 0x00])
        let information = element(0x30, algorithm + element(0x04, digest))
        let data = element(0x30, element(0x06, imageData) + [0x30, 0x00])
        let content = element(
            0x30,
            element(0x06, indirectData) + element(0xA0, element(0x30, data + information)))
        // Signers and certificates, which nobody reads here.
        let others = element(0x31, [UInt8](repeating: 0, count: 300))
        let signed = element(
            0x30, [0x02, 0x01, 0x01] + element(0x31, algorithm) + content + others)
        let message = element(0x30, element(0x06, signedData) + element(0xA0, signed))
        return word(8 + message.count) + [0, 2, 2, 0] + message
    }

    /// An element of DER.
    private static func element(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
        let count = content.count
        let length: [UInt8] =
            count < 0x80
            ? [UInt8(count)] : [0x82, UInt8(count >> 8), UInt8(truncatingIfNeeded: count)]
        return [tag] + length + content
    }
}

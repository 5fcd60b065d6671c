/// The digest of an image as its Authenticode signature gives it, by Microsoft's "Windows Authenticode
/// Portable Executable Signature Format".
struct AuthenticodeDigest {
    enum Algorithm: String {
        case sha1 = "SHA-1"
        case sha256 = "SHA-256"
    }

    /// The function; `nil` for any other.
    let algorithm: Algorithm?
    let bytes: ArraySlice<UInt8>

    /// DER's tags.
    private enum Tag {
        static let integer: UInt8 = 0x02
        static let octets: UInt8 = 0x04
        static let identifier: UInt8 = 0x06
        static let sequence: UInt8 = 0x30
        static let set: UInt8 = 0x31
        static let wrapper: UInt8 = 0xA0
    }

    /// 1.2.840.113549.1.7.2, PKCS #7's signed data.
    private static let signedData: ArraySlice<UInt8> = [
        0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02,
    ]
    /// 1.3.6.1.4.1.311.2.1.4, SpcIndirectDataContent.
    private static let indirectData: ArraySlice<UInt8> = [
        0x2B, 0x06, 0x01, 0x04, 0x01, 0x82, 0x37, 0x02, 0x01, 0x04,
    ]
    /// 1.3.14.3.2.26 and 2.16.840.1.101.3.4.2.1.
    private static let algorithms: [ArraySlice<UInt8>: Algorithm] = [
        [0x2B, 0x0E, 0x03, 0x02, 0x1A]: .sha1,
        [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01]: .sha256,
    ]

    /// The digest in a PKCS #7 message; `nil` where the message is none of an image.
    init?(_ message: [UInt8]) {
        var message = DERReader(message[...])
        guard var content = message.enter(Tag.sequence),
            content.next(Tag.identifier) == Self.signedData,
            var wrapped = content.enter(Tag.wrapper), var signed = wrapped.enter(Tag.sequence),
            signed.next(Tag.integer) != nil, signed.next(Tag.set) != nil,
            var inner = signed.enter(Tag.sequence),
            inner.next(Tag.identifier) == Self.indirectData,
            var wrappedData = inner.enter(Tag.wrapper),
            var data = wrappedData.enter(Tag.sequence), data.next(Tag.sequence) != nil,
            var information = data.enter(Tag.sequence),
            var function = information.enter(Tag.sequence),
            let identifier = function.next(Tag.identifier),
            let digest = information.next(Tag.octets)
        else { return nil }
        algorithm = Self.algorithms[identifier]
        bytes = digest
    }
}

/// The Authenticode signature of a PE file, which is found but not verified.
struct PECertificate {
    let offset: Int
    let size: Int

    /// The first signature; `nil` where the file has none.
    ///
    /// Unlike every other directory, this one gives a file offset: the bytes are never mapped.
    init?(_ header: PEHeader, _ reader: SliceReader<some NativeSource>)
        throws(NativeInspectionError)
    {
        guard let place = header[.certificates] else { return nil }
        offset = place.address
        let start = try reader.table("the certificate table", at: offset, count: 8)
        size = try start.word32(at: 0)
        // WIN_CERT_TYPE_PKCS_SIGNED_DATA
        guard try start.word16(at: 6) == 2, size > 8, size <= place.size,
            size <= reader.range.count - offset
        else {
            throw .invalid(
                "the certificate table at \(hexadecimal(offset)) holds no signature of its size")
        }
        // A SEQUENCE of DER
        let content = try reader.table("the certificate", at: offset + 8, count: 1)
        guard content.bytes == [0x30] else {
            throw .invalid("the certificate at \(hexadecimal(offset + 8)) is no PKCS #7 message")
        }
    }
}

/// The Authenticode signature of a PE file: whether it is one of this image, not whose it is.
struct PECertificate {
    /// How the image compares with the digest in the signature.
    enum Verdict: Equatable {
        /// The digest is the image's; the text names the function.
        case intact(String)
        /// The image was changed since.
        case changed(String)
        /// They were not compared; the text says why.
        case unknown(String)
    }

    let offset: Int
    let size: Int
    let verdict: Verdict

    /// The bytes that are read at once.
    private static let chunkBytes = 1 << 20

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
        let message = try reader.table("the certificate", at: offset + 8, count: size - 8).bytes
        guard let digest = AuthenticodeDigest(message) else {
            verdict = .unknown("it holds no digest of an image")
            return
        }
        guard let pieces = Self.signedRanges(header, place, byteCount: reader.range.count) else {
            throw .invalid("the certificate table at \(hexadecimal(offset)) lies in the header")
        }
        let actual: [UInt8]
        switch digest.algorithm {
        case .sha1: actual = try Self.digest(of: pieces, reader, by: SHA1Function.self)
        case .sha256: actual = try Self.digest(of: pieces, reader, by: SHA256Function.self)
        case nil:
            verdict = .unknown("its digest is neither SHA-1 nor SHA-256")
            return
        }
        let name = digest.algorithm?.rawValue ?? ""
        verdict = digest.bytes.elementsEqual(actual) ? .intact(name) : .changed(name)
    }

    /// What is signed: the file without its checksum, the directory's entry of the certificates, and
    /// their table; `nil` where the table lies before the end of the entry.
    private static func signedRanges(
        _ header: PEHeader, _ table: PEHeader.Place, byteCount: Int
    ) -> [Range<Int>]? {
        let checksum = header.checksumOffset
        let entry = header.certificateEntryOffset
        guard table.address >= entry + 8 else { return nil }
        let end = min(table.address + table.size, byteCount)
        return [
            0..<checksum, checksum + 4..<entry, entry + 8..<table.address, end..<byteCount,
        ]
    }

    private static func digest<Function: DigestFunction>(
        of pieces: [Range<Int>], _ reader: SliceReader<some NativeSource>,
        by function: Function.Type
    ) throws(NativeInspectionError) -> [UInt8] {
        var digester = Digester<Function>()
        for piece in pieces {
            for start in stride(from: piece.lowerBound, to: piece.upperBound, by: chunkBytes) {
                let count = min(chunkBytes, piece.upperBound - start)
                let bytes = try reader.table("the signed image", at: start, count: count).bytes
                digester.take(bytes.span)
            }
        }
        return digester.finish()
    }
}

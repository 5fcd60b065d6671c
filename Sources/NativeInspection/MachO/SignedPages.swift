/// How the pages of a slice compare with the digests in its signature.
enum SignedPages: Equatable {
    /// All so many are as they were signed.
    case intact(Int)
    /// Something is not; the text says what.
    case changed(String)
    /// They were not compared; the text says why.
    case unknown(String)
}

extension CodeDirectory {
    /// The bytes that are read at once; every size of page divides them.
    private static let chunkBytes = 1 << 20

    /// Compares every page up to the code limit, which must lie within the slice, up to the first that
    /// was changed.
    func comparePages(_ reader: SliceReader<some NativeSource>)
        throws(NativeInspectionError) -> SignedPages
    {
        guard let hash, hash != .sha384, !isScattered, (12...16).contains(pageExponent) else {
            let kind = self.hash?.name ?? "unknown"
            return .unknown("pages of 2^\(pageExponent) bytes with \(kind) digests")
        }
        guard digestBytes == (hash == .sha256 ? 32 : 20) else {
            return .changed("\(hash.name) digests of \(digestBytes) bytes")
        }
        let pageBytes = 1 << pageExponent
        let pages = (codeLimit + pageBytes - 1) / pageBytes
        guard pageCount == pages else {
            return .changed("digests of \(pageCount) pages, where \(pages) are signed")
        }
        let digests = try digests(ofPages: pages)
        var page = 0
        for start in stride(from: 0, to: codeLimit, by: Self.chunkBytes) {
            let count = min(Self.chunkBytes, codeLimit - start)
            let bytes = try reader.table("the signed code", at: start, count: count).bytes
            for offset in stride(from: 0, to: count, by: pageBytes) {
                let content = bytes.span.extracting(offset..<min(offset + pageBytes, count))
                let expected = digests[page * digestBytes..<(page + 1) * digestBytes]
                guard expected.elementsEqual(hash.digest(of: content)) else {
                    let place = reader.range.lowerBound + start + offset
                    return .changed("page \(page) at \(hexadecimal(place)) has another digest")
                }
                page += 1
            }
        }
        return .intact(pages)
    }
}

extension CodeDirectory.Hash {
    /// The digest of a page; only of those functions that pages are compared with.
    fileprivate func digest(of bytes: Span<UInt8>) -> ArraySlice<UInt8> {
        self == .sha1
            ? Digester<SHA1Function>.digest(of: bytes)[...]
            : Digester<SHA256Function>.digest(of: bytes).prefix(self == .cutOffSHA256 ? 20 : 32)
    }
}

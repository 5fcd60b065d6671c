/// A code directory (`<kern/cs_blobs.h>`): who was signed, how far, and the digest of each page.
struct CodeDirectory {
    /// What digests are made with, by Apple's numbers.
    enum Hash: Int {
        case sha1 = 1
        case sha256 = 2
        case cutOffSHA256 = 3
        case sha384 = 4

        /// Its place among those of one file: the kernel takes the directory with the strongest.
        var strength: Int {
            switch self {
            case .sha1: 1
            case .cutOffSHA256: 2
            case .sha256: 3
            case .sha384: 4
            }
        }

        var name: String {
            switch self {
            case .sha1: "SHA-1"
            case .sha256: "SHA-256"
            case .cutOffSHA256: "SHA-256 cut off"
            case .sha384: "SHA-384"
            }
        }
    }

    let flags: Int
    let identifier: String
    let team: String?
    /// Where the signed bytes end: just before the signature, if the file is as it was signed.
    let codeLimit: Int
    /// The kind of digests; `nil` for one that no system knew when this was written.
    let hash: Hash?
    /// The bytes of a page as a power of two.
    let pageExponent: Int
    let pageCount: Int
    let digestBytes: Int
    /// Whether pages are signed in another order than they stand in.
    let isScattered: Bool
    private let firstDigest: Int
    private let table: NativeTable

    init(_ table: NativeTable, _ limits: InspectionLimits) throws(NativeInspectionError) {
        self.table = table
        let version = try table.word32(at: 8)
        flags = try table.word32(at: 12)
        firstDigest = try table.word32(at: 16)
        identifier = try table.text(at: try table.word32(at: 20), upTo: limits.nameBytes)
        pageCount = try table.word32(at: 28)
        digestBytes = Int(truncatingIfNeeded: try table.integer(at: 36, bytes: 1))
        hash = Hash(rawValue: Int(truncatingIfNeeded: try table.integer(at: 37, bytes: 1)))
        pageExponent = Int(truncatingIfNeeded: try table.integer(at: 39, bytes: 1))
        isScattered = version >= 0x2_0100 ? try table.word32(at: 44) != 0 : false
        let teamStart = version >= 0x2_0200 ? try table.word32(at: 48) : 0
        team = teamStart > 0 ? try table.text(at: teamStart, upTo: limits.nameBytes) : nil
        let wideLimit = version >= 0x2_0300 ? try table.size(at: 56, bytes: 8) : 0
        codeLimit = wideLimit > 0 ? wideLimit : try table.word32(at: 32)
    }

    /// The digests of so many pages, one behind the other.
    func digests(ofPages count: Int) throws(NativeInspectionError) -> [UInt8] {
        try table.part(at: firstDigest, count: count * digestBytes).bytes
    }
}

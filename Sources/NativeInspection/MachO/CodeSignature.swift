/// The embedded code signature of a Mach-O slice (`<kern/cs_blobs.h>`); always big-endian.
///
/// The digests of the pages are compared with the file; the certificate chain, and the digests of what
/// lies outside of the file, are not.
struct CodeSignature {
    /// Who vouches for the file.
    enum Signer: String {
        /// The linker itself, only because ARM demands a signature: no identity.
        case linker = "linker-signed"
        /// `codesign -s -`: no identity.
        case adHoc = "ad-hoc"
        /// A certificate: a CMS signature stands beside the code directory.
        case certificate = "signed"
    }

    /// The main directory, which tells who was signed.
    private let directory: CodeDirectory
    let signatureBytes: Int
    /// The kind of the digests that were compared, those of the strongest directory.
    let digest: String
    /// How far that directory reaches, and whether its pages are as they were signed.
    let codeLimit: Int
    let pages: SignedPages

    var flags: Int { directory.flags }
    var identifier: String { directory.identifier }
    var team: String? { directory.team }
    var hasHardenedRuntime: Bool { flags & 0x1_0000 != 0 }

    var signer: Signer {
        if flags & 0x2 == 0, signatureBytes > 8 { return .certificate }
        return flags & 0x2_0000 != 0 ? .linker : .adHoc
    }

    /// The flags by the names that Apple's `codesign` prints.
    var flagNames: [String] {
        let names = [
            (0x1, "host"), (0x2, "adhoc"), (0x100, "hard"), (0x200, "kill"), (0x400, "expires"),
            (0x800, "restrict"), (0x1000, "enforcement"), (0x2000, "library-validation"),
            (0x1_0000, "runtime"), (0x2_0000, "linker-signed"),
        ]
        return names.filter { flags & $0.0 != 0 }.map(\.1)
    }

    init(_ place: LoadCommands.Place, _ reader: SliceReader<some NativeSource>)
        throws(NativeInspectionError)
    {
        var reader = reader
        reader.isBigEndian = true
        let table = try reader.table("the code signature", at: place.offset, count: place.size)
        guard try table.word32(at: 0) == 0xFADE_0CC0 else {
            throw .invalid("no signature stands at \(hexadecimal(table.offset))")
        }
        let count = try table.word32(at: 8)
        var directories: [CodeDirectory] = []
        var main: CodeDirectory?
        var signatureBytes = 0
        for index in 0..<min(count, 64) {
            let slot = try table.word32(at: 12 + 8 * index)
            let start = try table.word32(at: 16 + 8 * index)
            let blobBytes = try table.word32(at: start + 4)
            switch (slot, try table.word32(at: start)) {
            // The main code directory, and alternatives with other digests.
            case (0, 0xFADE_0C02), (0x1000...0x1004, 0xFADE_0C02):
                let directory = try CodeDirectory(
                    try table.part(at: start, count: blobBytes), reader.limits)
                directories.append(directory)
                if slot == 0 { main = directory }
            case (0x1_0000, 0xFADE_0B01): signatureBytes = blobBytes
            default: break
            }
        }
        guard let main else {
            throw .invalid("the signature at \(hexadecimal(table.offset)) has no code directory")
        }
        directory = main
        self.signatureBytes = signatureBytes
        let strongest =
            directories.max { ($0.hash?.strength ?? 0) < ($1.hash?.strength ?? 0) } ?? main
        digest = strongest.hash?.name ?? "unknown digests"
        codeLimit = strongest.codeLimit
        // Pages of a file that goes on otherwise than it was signed have nothing to be compared with.
        pages =
            codeLimit == place.offset
            ? try strongest.comparePages(reader) : .unknown("the signature is stale")
    }
}

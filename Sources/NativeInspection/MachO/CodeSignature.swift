/// The embedded code signature of a Mach-O slice (`<kern/cs_blobs.h>`); always big-endian.
///
/// Nothing here is verified: neither the certificate chain nor the digests of the pages.
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

    let flags: Int
    let identifier: String
    let team: String?
    let signatureBytes: Int
    /// Where the signed bytes end: just before the signature, if the file is as it was signed.
    let codeLimit: Int
    let digest: String

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
        var directory: NativeTable?
        var signatureBytes = 0
        for index in 0..<min(count, 64) {
            let slot = try table.word32(at: 12 + 8 * index)
            let start = try table.word32(at: 16 + 8 * index)
            let blobBytes = try table.word32(at: start + 4)
            switch (slot, try table.word32(at: start)) {
            // The main code directory; alternatives with other digests are slots from 0x1000 on.
            case (0, 0xFADE_0C02): directory = try table.part(at: start, count: blobBytes)
            case (0x1_0000, 0xFADE_0B01): signatureBytes = blobBytes
            default: break
            }
        }
        guard let directory else {
            throw .invalid("the signature at \(hexadecimal(table.offset)) has no code directory")
        }
        self.signatureBytes = signatureBytes
        let version = try directory.word32(at: 8)
        flags = try directory.word32(at: 12)
        identifier = try directory.text(
            at: try directory.word32(at: 20), upTo: reader.limits.nameBytes)
        let kind = try directory.integer(at: 37, bytes: 1)
        digest =
            [1: "SHA-1", 2: "SHA-256", 3: "SHA-256 cut off", 4: "SHA-384"][kind] ?? "digest \(kind)"
        let wideLimit = version >= 0x2_0300 ? try directory.size(at: 56, bytes: 8) : 0
        codeLimit = wideLimit > 0 ? wideLimit : try directory.word32(at: 32)
        let teamStart = version >= 0x2_0200 ? try directory.word32(at: 48) : 0
        team =
            teamStart > 0
            ? try directory.text(at: teamStart, upTo: reader.limits.nameBytes) : nil
    }
}

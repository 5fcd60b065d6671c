import Crypto

extension MachOFixture {
    /// What a signature covers, and where the digests of its pages go once the file is whole.
    struct Signing: Sendable {
        let codeLimit: Int
        let pageBytes: Int
        /// The kind of each directory's digests, and where they stand.
        let digests: [(kind: Int, offset: Int)]
    }

    /// Adds a code signature by `<kern/cs_blobs.h>` behind everything else.
    ///
    /// - Parameters:
    ///   - flags: Those of the code directory: 0x2 ad hoc, 0x10000 runtime, 0x20000 linker-signed.
    ///   - version: That of the code directory; teams exist from 0x20200 on.
    ///   - team: The signer's team.
    ///   - signatureBytes: The size of the CMS blob; `nil` leaves it out.
    ///   - codeLimit: How many bytes are signed; `nil` is as it should be.
    ///   - kinds: The digests of each directory, the main one first: 1 SHA-1, 2 SHA-256, 3 the latter
    ///     cut off after 20 bytes, 4 SHA-384.
    ///   - pageExponent: The bytes of a page as a power of two: 12 on Intel, also 14 on ARM.
    mutating func addSignature(
        flags: Int, version: Int = 0x2_0400, team: String? = nil, signatureBytes: Int? = nil,
        codeLimit: Int? = nil, kinds: [Int] = [2], pageExponent: UInt8 = 12
    ) {
        func word(_ value: Int) -> [UInt8] {
            (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) }
        }
        let identifier = Array("org.example.module".utf8) + [0]
        let teamName = team == nil ? [] : Array((team ?? "").utf8) + [0]
        let teamOffset = team == nil ? 0 : 88 + identifier.count
        let limit = codeLimit ?? Self.firstTable + tables.count
        let pageBytes = 1 << Int(pageExponent)
        let pages = (limit + pageBytes - 1) / pageBytes
        let firstDigest = 88 + identifier.count + teamName.count
        var blobs: [(slot: Int, bytes: [UInt8])] = []
        for (index, kind) in kinds.enumerated() {
            let width = Self.digestBytes(kind)
            var directory = word(version) + word(flags) + word(firstDigest) + word(88)
            directory += word(0) + word(pages)
            directory += word(limit) + [UInt8(width), UInt8(kind), 0, pageExponent]
            directory += word(0) + word(0) + word(teamOffset)
            directory += [UInt8](repeating: 0, count: 88 - 8 - directory.count)
            directory += identifier + teamName + [UInt8](repeating: 0, count: width * pages)
            blobs.append(
                (
                    index == 0 ? 0 : 0xFFF + index,
                    word(0xFADE_0C02) + word(8 + directory.count) + directory
                ))
        }
        if let count = signatureBytes {
            let content = [UInt8](repeating: 0x30, count: count - 8)
            blobs.append((0x1_0000, word(0xFADE_0B01) + word(count) + content))
        }
        var index: [UInt8] = []
        var body: [UInt8] = []
        var digests: [(kind: Int, offset: Int)] = []
        for (number, blob) in blobs.enumerated() {
            let start = 12 + 8 * blobs.count + body.count
            index += word(blob.slot) + word(start)
            body += blob.bytes
            if number < kinds.count { digests.append((kinds[number], start + firstDigest)) }
        }
        let size = 12 + index.count + body.count
        let signature = word(0xFADE_0CC0) + word(size) + word(blobs.count) + index + body
        let place = addTable(signature)
        add(0x1D, self.word(place) + self.word(size))
        signing = Signing(
            codeLimit: limit, pageBytes: pageBytes,
            digests: digests.map { ($0.kind, place + $0.offset) })
    }

    /// Writes the digests of the signed pages, by another implementation than the one under test.
    func sign(_ bytes: inout [UInt8]) {
        guard let signing else { return }
        for (kind, place) in signing.digests {
            var place = place
            for start in stride(from: 0, to: signing.codeLimit, by: signing.pageBytes) {
                let page = bytes[start..<min(start + signing.pageBytes, signing.codeLimit)]
                let digest = Self.digest(kind, of: page)
                bytes.replaceSubrange(place..<place + digest.count, with: digest)
                place += digest.count
            }
        }
    }

    private static func digestBytes(_ kind: Int) -> Int { [1: 20, 2: 32, 3: 20, 4: 48][kind] ?? 0 }

    private static func digest(_ kind: Int, of page: ArraySlice<UInt8>) -> [UInt8] {
        switch kind {
        case 1: Array(Insecure.SHA1.hash(data: page))
        case 4: Array(SHA384.hash(data: page))
        default: Array(Array(SHA256.hash(data: page)).prefix(digestBytes(kind)))
        }
    }
}

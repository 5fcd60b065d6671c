extension MachOFixture {
    /// Adds a code signature by `<kern/cs_blobs.h>` behind everything else.
    ///
    /// - Parameters:
    ///   - flags: Those of the code directory: 0x2 ad hoc, 0x10000 runtime, 0x20000 linker-signed.
    ///   - version: That of the code directory; teams exist from 0x20200 on.
    ///   - team: The signer's team.
    ///   - signatureBytes: The size of the CMS blob; `nil` leaves it out.
    ///   - codeLimit: How many bytes are signed; `nil` is as it should be.
    mutating func addSignature(
        flags: Int, version: Int = 0x2_0400, team: String? = nil, signatureBytes: Int? = nil,
        codeLimit: Int? = nil
    ) {
        func word(_ value: Int) -> [UInt8] {
            (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) }
        }
        let identifier = Array("org.example.module".utf8) + [0]
        let teamName = team == nil ? [] : Array((team ?? "").utf8) + [0]
        let teamOffset = team == nil ? 0 : 88 + identifier.count
        let limit = codeLimit ?? Self.firstTable + tables.count
        var directory = word(version) + word(flags) + word(88) + word(88) + word(0) + word(0)
        directory += word(limit) + [32, 2, 0, 12] + word(0) + word(0) + word(teamOffset)
        directory += [UInt8](repeating: 0, count: 88 - 8 - directory.count) + identifier + teamName
        directory = word(0xFADE_0C02) + word(8 + directory.count) + directory
        var blobs = [(slot: 0, bytes: directory)]
        if let count = signatureBytes {
            let content = [UInt8](repeating: 0x30, count: count - 8)
            blobs.append((0x1_0000, word(0xFADE_0B01) + word(count) + content))
        }
        var index: [UInt8] = []
        var body: [UInt8] = []
        for blob in blobs {
            index += word(blob.slot) + word(12 + 8 * blobs.count + body.count)
            body += blob.bytes
        }
        let size = 12 + index.count + body.count
        let signature = word(0xFADE_0CC0) + word(size) + word(blobs.count) + index + body
        add(0x1D, self.word(addTable(signature)) + self.word(size))
    }
}

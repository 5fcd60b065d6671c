import Archives
import CheeseboardTesting
import Testing

@Suite struct `Kinds of archives` {
    private func kind(_ bytes: [UInt8]) throws -> ArchiveKind {
        try ArchiveKind(of: MemoryByteSource(bytes))
    }

    @Test func `are told from the bytes`() throws {
        #expect(try kind(ArchiveFixtures.zip().bytes()) == .zip)
        #expect(try kind(ZipWriter().bytes()) == .zip)
        #expect(try kind(ArchiveFixtures.tar().bytes()) == .tar)
        #expect(try kind(ArchiveFixtures.tar().gzipped()) == .gzip)
    }

    @Test(arguments: [[], Array("hello".utf8), [UInt8](repeating: 0x20, count: 600)])
    func `text is no archive`(bytes: [UInt8]) {
        #expect(ArchiveFixtures.refusal { _ = try kind(bytes) }?.reason == .notAnArchive)
    }

    @Test func `a file that is both is refused`() {
        let zip = ArchiveFixtures.zip().bytes()
        for tar in [ArchiveFixtures.tar().bytes(), ArchiveFixtures.tar().gzipped()] {
            let refusal = ArchiveFixtures.refusal { _ = try kind(tar + zip) }
            #expect(refusal?.reason == .severalKinds)
        }
    }

    @Test func `a zip file whose first member is a tar header is refused`() {
        // The tar file's first name holds the zip file's local header, its header the start of the
        // content.
        var header = TarEntry("", "0")
        header.name = Array("PK\u{3}\u{4}".utf8)
        var writer = TarWriter()
        writer.add(header)
        let refusal = ArchiveFixtures.refusal { _ = try kind(writer.bytes()) }
        #expect(refusal?.reason == .severalKinds)
    }
}

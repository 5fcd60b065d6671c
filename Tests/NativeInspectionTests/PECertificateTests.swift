import NativeInspection
import Testing

@Suite struct `PE certificates` {
    /// A message without anything in it.
    private static let certificate =
        PEFixture.word(16) + [0, 2, 2, 0] + [0x30, 0x82, 1, 0, 0, 0, 0, 0]

    @Test(arguments: [
        (true, PEFixture.DigestKind.sha1), (true, .sha256), (false, .sha1), (false, .sha256),
    ])
    func `are present where their digest is the image's`(
        isWide: Bool, kind: PEFixture.DigestKind
    ) throws {
        var file = PEFixture(isWide: isWide)
        file.addImports([("python3.dll", ["PyList_New"])])
        file.sign(kind)
        let bytes = file.bytes
        let fact = try MachOFixture.slices(bytes)[0].facts[.authenticode]
        #expect(fact.value == .present)
        #expect(fact.tier == .header)
        // The checksum and the certificates themselves are not signed.
        for place in [0x100 + 24 + 64, bytes.count - 1] {
            var changed = bytes
            changed[place] ^= 1
            #expect(try MachOFixture.slices(changed)[0].facts[.authenticode].value == .present)
        }
        // A field of the header, a byte of a section.
        for place in [0x100 + 24 + 72, PEFixture.firstOffset + 1] {
            var changed = bytes
            changed[place] ^= 1
            #expect(
                try MachOFixture.slices(changed)[0].facts[.authenticode].value
                    == .word("invalid"))
        }
    }

    @Test func `are unverified where the digest is of another kind, or there is none`() throws {
        var file = PEFixture()
        file.sign(.sha384)
        #expect(try file.slice.facts[.authenticode].value == .word("unverified"))
        file.certificate = Self.certificate
        let fact = try file.slice.facts[.authenticode]
        #expect(fact.value == .word("unverified"))
        #expect(fact.evidence?.contains("it holds no digest of an image") == true)
    }

    @Test func `are unverified wherever their message is cut off`() throws {
        var file = PEFixture()
        file.sign(.sha256)
        let whole = file.certificate
        for count in stride(from: 9, to: whole.count, by: 8) {
            file.certificate = PEFixture.word(count) + whole[4..<count]
            #expect(try file.slice.facts[.authenticode].value == .word("unverified"))
        }
    }

    @Test(arguments: [false, true])
    func `are read with a load configuration and without`(hasConfiguration: Bool) throws {
        var file = PEFixture()
        if hasConfiguration { file.addConfiguration(size: 0x140, [0x58: 0x1_8000_3000]) }
        file.sign(.sha256)
        let facts = try file.slice.facts
        #expect(facts[.authenticode].value == .present)
        #expect(facts[.securityCookie].value == (hasConfiguration ? .present : .absent))
    }

    @Test func `are absent where the directory names none`() throws {
        #expect(try PEFixture().slice.facts[.authenticode].value == .absent)
    }

    @Test(arguments: [(0x90_0000, 16), (0x100, 16), (0x400, 9)])
    func `are undecidable where none stands`(offset: Int, size: Int) throws {
        var file = PEFixture()
        file.certificatePlace = (offset, size)
        #expect(try file.slice.facts[.authenticode].value == .undecidable)
    }

    @Test func `are undecidable where they are of another type`() throws {
        var file = PEFixture()
        file.certificate = Self.certificate
        file.certificate[6] = 1
        #expect(try file.slice.facts[.authenticode].value == .undecidable)
    }
}

import NativeInspection
import Testing

@Suite struct `Mach-O code signatures` {
    @Test(arguments: [
        (0x2_0002, nil as Int?, "linker-signed"), (0x2, 8, "ad-hoc"), (0x2, nil, "ad-hoc"),
        (0x1_0000, 9000, "signed"), (0x0, 8, "ad-hoc"),
    ])
    func `tell who vouches for the file`(flags: Int, signatureBytes: Int?, signer: String) throws {
        var file = MachOFixture()
        file.addSignature(flags: flags, signatureBytes: signatureBytes)
        let fact = try file.slice.facts[.codeSignature]
        #expect(fact.value == .word(signer))
        #expect(fact.names["identifier"] == ["org.example.module"])
        #expect(fact.evidence?.hasSuffix("1 pages are as they were signed") == true)
    }

    @Test func `tell the team, which older versions do not have`() throws {
        var file = MachOFixture()
        file.addSignature(flags: 0x1_0000, team: "2DC432GLL2", signatureBytes: 9000)
        #expect(try file.slice.facts[.codeSignature].names["team"] == ["2DC432GLL2"])
        var older = MachOFixture()
        older.addSignature(flags: 0, version: 0x2_0100, team: "2DC432GLL2")
        #expect(try older.slice.facts[.codeSignature].names["team"] == nil)
    }

    @Test(arguments: [
        (2, 0x1_0000, Fact.Value.present), (2, 0x2, .absent), (8, 0x1_0000, .notApplicable),
    ])
    func `tell the hardened runtime of programs alone`(
        fileType: Int, flags: Int, value: Fact.Value
    ) throws {
        var file = MachOFixture()
        file.fileType = fileType
        file.addSignature(flags: flags)
        #expect(try file.slice.facts[.hardenedRuntime].value == value)
    }

    @Test func `are stale where they cover another length`() throws {
        var file = MachOFixture()
        file.addSignature(flags: 0x2, codeLimit: 0x300)
        let fact = try file.slice.facts[.codeSignature]
        #expect(fact.value == .word("stale"))
        #expect(fact.evidence?.contains("it covers 0x300 bytes of 0x400") == true)
    }

    /// The digests are those that systems take (`CS_HASHTYPE_…`), of which the strongest counts.
    ///
    /// SHA-384 is in no file that anybody has seen.
    @Test(arguments: [
        ([1], true), ([2], true), ([3], true), ([1, 2], true), ([4], false), ([1, 4], false),
    ])
    func `are valid only while every page is as it was signed`(kinds: [Int], isCompared: Bool)
        throws
    {
        var file = MachOFixture()
        _ = file.addTable([UInt8](repeating: 7, count: 0x10_2000))
        file.addSignature(flags: 0x2, kinds: kinds)
        var bytes = file.bytes
        let intact = try MachOFixture.slices(bytes)[0].facts[.codeSignature]
        #expect(intact.value == .word("ad-hoc"))
        #expect(intact.evidence?.contains("259 pages are as they were signed") == isCompared)
        bytes[257 * 4096 + 5] ^= 1
        let changed = try MachOFixture.slices(bytes)[0].facts[.codeSignature]
        #expect(changed.value == .word(isCompared ? "invalid" : "ad-hoc"))
        #expect(
            changed.evidence?.contains("page 257 at 0x101000 has another digest") == isCompared)
    }

    @Test(arguments: [(12 as UInt8, 4096, 33), (14, 16384, 9)])
    func `are of pages of the size that they say`(exponent: UInt8, bytes: Int, pages: Int) throws {
        var file = MachOFixture()
        _ = file.addTable([UInt8](repeating: 7, count: 0x2_0000))
        file.addSignature(flags: 0x2, pageExponent: exponent)
        var content = file.bytes
        let intact = try MachOFixture.slices(content)[0].facts[.codeSignature]
        #expect(intact.evidence?.contains("\(pages) pages are as they were signed") == true)
        content[2 * bytes + 5] ^= 1
        let changed = try MachOFixture.slices(content)[0].facts[.codeSignature]
        #expect(changed.value == .word("invalid"))
        #expect(changed.evidence?.contains("page 2 at 0x\(String(2 * bytes, radix: 16))") == true)
    }

    /// The names that Apple's `codesign -d -v` prints for the flags of `<kern/cs_blobs.h>`.
    @Test(arguments: [
        (0x2, ["adhoc"]), (0x2_0002, ["adhoc", "linker-signed"]), (0x1_0000, ["runtime"]),
        (0x1_2000, ["library-validation", "runtime"]), (0x2000, ["library-validation"]),
    ])
    func `name their flags`(flags: Int, names: [String]) throws {
        var file = MachOFixture()
        file.addSignature(flags: flags, signatureBytes: 9000)
        #expect(try file.slice.facts[.codeSignature].names["flags"] == names)
    }

    /// `CS_HASHTYPE_SHA1` is 1 and `CS_HASHTYPE_SHA256` is 2.
    @Test(arguments: [(1, "SHA-1"), (2, "SHA-256")])
    func `name the function of their digests`(kind: Int, name: String) throws {
        var file = MachOFixture()
        file.addSignature(flags: 0x2, kinds: [kind])
        let fact = try file.slice.facts[.codeSignature]
        #expect(fact.evidence?.contains("\(name), CMS of 0 bytes") == true)
    }

    /// A blob of 8 bytes is a head without a message: what `codesign -s -` leaves.
    @Test(arguments: [(8, "ad-hoc"), (9, "signed")])
    func `have a signer where there is more than the head of a message`(count: Int, word: String)
        throws
    {
        var file = MachOFixture()
        file.addSignature(flags: 0x1_0000, signatureBytes: count)
        #expect(try file.slice.facts[.codeSignature].value == .word(word))
    }

    @Test func `of each slice of a fat file are compared with that slice`() throws {
        var arm = MachOFixture()
        arm.addSignature(flags: 0x2_0002)
        var intel = MachOFixture(processor: 0x0100_0007)
        intel.addSignature(flags: 0x2)
        var bytes = MachOFixture.fat([arm, intel])
        let words = try MachOFixture.slices(bytes).map { $0.facts[.codeSignature].value }
        #expect(words == [.word("linker-signed"), .word("ad-hoc")])
        // The flags in the header of the first slice, which stands at 0x100.
        bytes[0x100 + 24] ^= 0x4
        let changed = try MachOFixture.slices(bytes).map { $0.facts[.codeSignature].value }
        #expect(changed == [.word("invalid"), .word("ad-hoc")])
    }

    @Test func `are absent, or undecidable where they are broken`() throws {
        var file = MachOFixture()
        file.addLibrary("/usr/lib/libSystem.B.dylib")
        #expect(try file.slice.facts[.codeSignature].value == .absent)
        file.add(0x1D, file.word(0x20) + file.word(64))
        let slice = try file.slice
        #expect(slice.facts[.codeSignature].value == .undecidable)
        #expect(slice.needed == ["/usr/lib/libSystem.B.dylib"])
    }
}

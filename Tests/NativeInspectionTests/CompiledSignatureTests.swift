import NativeInspection
import Testing

/// Signatures that lld and osslsigncode made, and what becomes of them when the file is changed.
@Suite struct `Signatures of compiled fixtures` {
    private func fixture(_ name: String) throws -> [UInt8] {
        try #require(CompiledFixture.all.first { $0.file == name }).bytes()
    }

    private func words(_ bytes: [UInt8], _ name: FactName) throws -> [Fact.Value] {
        try #require(try NativeFile(MemoryNativeSource(bytes))).slices.map { $0.facts[name].value }
    }

    /// A flag in the header, and a byte of the second page.
    @Test(arguments: [24, 0x1008])
    func `of Mach-O files are invalid where any page was changed`(place: Int) throws {
        var bytes = try fixture("signed-arm64-macos.so")
        #expect(try words(bytes, .codeSignature) == [.word("linker-signed")])
        bytes[place] ^= 4
        #expect(try words(bytes, .codeSignature) == [.word("invalid")])
    }

    @Test func `of one slice say nothing of the other`() throws {
        let bytes = try fixture("universal-macos.so")
        #expect(try words(bytes, .codeSignature) == [.absent, .word("linker-signed")])
        #expect(try words(bytes, .wxSegments) == [.present, .absent])
    }

    /// By Microsoft's format the checksum is not signed: it stands 88 bytes behind `PE\0\0`.
    @Test func `of Windows files are invalid where the image was changed`() throws {
        let whole = try fixture("signed.dll")
        let start = Int(whole[0x3C]) | Int(whole[0x3D]) << 8
        for (place, value) in [(start + 88, Fact.Value.present), (0x400, .word("invalid"))] {
            var changed = whole
            changed[place] ^= 1
            #expect(try words(changed, .authenticode) == [value])
        }
    }
}

import NativeInspection
import Testing

@Suite struct `Native formats` {
    @Test(
        arguments: [
            ([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0], NativeFormat.elf),
            ([0xFE, 0xED, 0xFA, 0xCE], .machO), ([0xFE, 0xED, 0xFA, 0xCF], .machO),
            ([0xCE, 0xFA, 0xED, 0xFE], .machO), ([0xCF, 0xFA, 0xED, 0xFE], .machO),
            ([0xCA, 0xFE, 0xBA, 0xBE, 0, 0, 0, 2], .machO),
            ([0xCA, 0xFE, 0xBA, 0xBF, 0, 0, 0, 2], .machO),
            // Java 8 is class file version 52, with and without a minor version.
            ([0xCA, 0xFE, 0xBA, 0xBE, 0, 0, 0, 52], .javaClass),
            ([0xCA, 0xFE, 0xBA, 0xBE, 0, 3, 0, 45], .javaClass),
            ([0x00, 0x61, 0x73, 0x6D, 1, 0, 0, 0], .webAssembly),
            (Array("!<arch>\n".utf8), .staticLibrary),
        ] as [([UInt8], NativeFormat)])
    func `are told by the first bytes`(bytes: [UInt8], format: NativeFormat) throws {
        #expect(try NativeFormat(of: MemoryNativeSource(bytes)) == format)
    }

    @Test func `need a PE header behind the MZ of DOS`() throws {
        let file = PEFixture().bytes
        #expect(try NativeFormat(of: MemoryNativeSource(file)) == .pe)
        var program = file
        program[0x101] = 0x58
        #expect(try NativeFormat(of: MemoryNativeSource(program)) == nil)
        program.replaceSubrange(0x3C..<0x40, with: [0xFF, 0xFF, 0xFF, 0xFF])
        #expect(try NativeFormat(of: MemoryNativeSource(program)) == nil)
        #expect(try NativeFormat(of: MemoryNativeSource(Array(file.prefix(63)))) == nil)
    }

    @Test(arguments: ["", "MZ", "#!/bin/sh\n", "\u{7F}EL", "!<thin>\n", "PK\u{3}\u{4}"])
    func `are not seen in other files`(text: String) throws {
        let source = MemoryNativeSource(Array(text.utf8))
        #expect(try NativeFormat(of: source) == nil)
        #expect(try NativeFile(source)?.format == nil)
    }

    @Test(arguments: [false, true])
    func `are static libraries where every slice of a fat file is one`(isMixed: Bool) throws {
        let writer = MachOFixture(isBigEndian: true)
        let archive = Array("!<arch>\n".utf8)
        let second = isMixed ? Array("\u{0}".utf8) + archive.dropFirst() : archive
        var bytes = writer.word(0xCAFE_BABE) + writer.word(2)
        for (index, processor) in [0x0100_0007, 0x0100_000C].enumerated() {
            bytes += writer.word(processor) + writer.word(0) + writer.word(0x40 + 8 * index)
            bytes += writer.word(8) + writer.word(3)
        }
        bytes += [UInt8](repeating: 0, count: 0x40 - bytes.count) + archive + second
        let source = MemoryNativeSource(bytes)
        #expect(try NativeFormat(of: source) == (isMixed ? .machO : .staticLibrary))
        guard !isMixed else { return }
        #expect(try NativeFile(source)?.slices.isEmpty == true)
    }

    @Test(
        arguments: [
            ([0x00, 0x61, 0x73, 0x6D, 1, 0, 0, 0], NativeFormat.webAssembly),
            ([0xCA, 0xFE, 0xBA, 0xBE, 0, 0, 0, 52], .javaClass),
            (Array("!<arch>\n".utf8), .staticLibrary),
        ] as [([UInt8], NativeFormat)])
    func `that are only named have no slices`(bytes: [UInt8], format: NativeFormat) throws {
        let file = try NativeFile(MemoryNativeSource(bytes))
        #expect(file?.format == format)
        #expect(file?.slices.isEmpty == true)
    }
}

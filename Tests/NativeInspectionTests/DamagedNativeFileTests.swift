import CheeseboardTesting
import NativeInspection
import Testing

/// A small native file that uses every table of its format, to be damaged.
struct DamagedNativeFile: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var bytes: [UInt8]

    static let all: [DamagedNativeFile] = [
        DamagedNativeFile(
            testDescription: "a Mach-O of 64 bits", bytes: machO(MachOFixture()).bytes),
        DamagedNativeFile(
            testDescription: "a big-endian Mach-O of 32 bits",
            bytes: machO(MachOFixture(is64: false, isBigEndian: true, processor: 18)).bytes),
        DamagedNativeFile(
            testDescription: "a fat Mach-O",
            bytes: MachOFixture.fat([
                machO(MachOFixture(processor: 0x0100_0007)), machO(MachOFixture()),
            ])),
        DamagedNativeFile(
            testDescription: "a Mach-O without symbol table",
            bytes: {
                var file = MachOFixture()
                file.addChainedFixups(["_malloc", "_free"])
                file.addTrie(MachOFixture.trie(["_PyInit_a", "_PyInit_b"]))
                return file.bytes
            }()),
        DamagedNativeFile(testDescription: "a PE32+", bytes: pe(PEFixture()).bytes),
        DamagedNativeFile(
            testDescription: "a PE32+ whose base is the lowest number",
            bytes: {
                var file = PEFixture()
                file.imageBase = .min
                return pe(file, delayBase: 1 << 40).bytes
            }()),
        DamagedNativeFile(testDescription: "a PE32", bytes: pe(PEFixture(isWide: false)).bytes),
        DamagedNativeFile(
            testDescription: "a signed PE32+",
            bytes: {
                var file = PEFixture()
                file.addImports([("python3.dll", ["PyList_New"])])
                file.addExports(["PyInit_x"])
                file.sign(.sha256)
                return file.bytes
            }()),
    ]

    private static func machO(_ start: MachOFixture) -> MachOFixture {
        var file = start
        file.fileType = 2
        file.addSegment(
            "__TEXT",
            sections: [
                .init(
                    segment: "__TEXT", name: "__text", flags: Int(0x8000_0400),
                    bytes: [0xC0, 0x03, 0x5F, 0xD6])
            ])
        file.addSegment("__DATA_CONST", protection: 3, flags: 0x10)
        file.addLibrary("/usr/lib/libSystem.B.dylib")
        file.addSearchPath("@loader_path")
        file.addBuild(platform: 1, minimum: 0xB_0000, sdk: 0, tools: [(3, 0)])
        file.add(0x1B, [UInt8](repeating: 7, count: 16))
        file.addSymbols([
            .init(name: "_malloc", type: 1), .init(name: "_PyInit_x", type: 15),
            .init(name: "_local", type: 14),
        ])
        file.addSignature(flags: 0x1_0000, team: "TEAM", signatureBytes: 16)
        return file
    }

    private static func pe(_ start: PEFixture, delayBase: Int = 0) -> PEFixture {
        var file = start
        file.dllCharacteristics |= 0x4000
        file.richTools = [(0x105, 35215, 12)]
        file.sections = [.init(name: ".text", characteristics: 0x6000_0020, bytes: [0xC3])]
        file.addImports([("python3.dll", ["PyList_New", "#3"]), ("KERNEL32.dll", ["Sleep"])])
        file.addDelayImports([("ole32.dll", ["CoInitialize"])], base: delayBase)
        file.addExports(["PyInit_x"])
        file.addConfiguration(size: 0x94, start.isWide ? [0x58: 1, 0x90: 0x500] : [0x3C: 1])
        file.addDebug([
            (type: 2, bytes: Array("RSDS".utf8) + Array(0..<20) + PEFixture.text("x.pdb")),
            (type: 20, bytes: PEFixture.word(1)),
        ])
        file.symbols = [.init(name: "main"), .init(name: "a_long_symbol")]
        file.certificate = PEFixture.word(16) + [0, 2, 2, 0, 0x30, 0, 0, 0, 0, 0, 0, 0]
        return file
    }

    /// Reads the file, which may refuse it and must do nothing worse.
    static func read(_ bytes: [UInt8]) throws {
        do {
            _ = try NativeFile(MemoryNativeSource(bytes))
        } catch NativeInspectionError.invalid(let reason) {
            #expect(!reason.isEmpty)
        }
    }
}

@Suite struct `Damaged native files` {
    @Test(arguments: DamagedNativeFile.all)
    func `are sound before they are damaged`(file: DamagedNativeFile) throws {
        let slices = try MachOFixture.slices(file.bytes)
        #expect(slices.allSatisfy { $0.facts[.stripped].value != .undecidable })
        #expect(slices.allSatisfy { !$0.imports.isEmpty && !$0.moduleInitializers.isEmpty })
    }

    @Test(arguments: DamagedNativeFile.all)
    func `cut off anywhere, are read or refused`(file: DamagedNativeFile) throws {
        for count in file.bytes.indices {
            try DamagedNativeFile.read(Array(file.bytes.prefix(count)))
        }
    }

    @Test(arguments: DamagedNativeFile.all)
    func `changed at random, are read or refused`(file: DamagedNativeFile) throws {
        var random = SeededRandom(seed: 20_261_122)
        for _ in 0..<20_000 { try DamagedNativeFile.read(random.mutate(file.bytes)) }
    }

    @Test(arguments: DamagedNativeFile.all)
    func `changed in any one byte, are read or refused`(file: DamagedNativeFile) throws {
        for index in file.bytes.indices where file.bytes[index] != 0 || index < 0x400 {
            for value: UInt8 in [0x00, 0x7F, 0x80, 0xFF, file.bytes[index] ^ 1] {
                var changed = file.bytes
                changed[index] = value
                try DamagedNativeFile.read(changed)
            }
        }
    }
}

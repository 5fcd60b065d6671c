import NativeInspection
import Testing

/// Expected values come from the generic ABI's tables of `e_machine`, classes and extended counts.
@Suite struct `ELF headers` {
    static let machines: [(number: UInt64, is64: Bool, isBigEndian: Bool, name: String)] = [
        (62, true, false, "x86_64"), (3, false, false, "i686"), (183, true, false, "aarch64"),
        (40, false, false, "armv7l"), (21, true, false, "ppc64le"), (22, true, true, "s390x"),
        (243, true, false, "riscv64"),
    ]

    @Test(arguments: machines)
    func `the machine is named as platform tags name it`(
        number: UInt64, is64: Bool, isBigEndian: Bool, name: String
    ) throws {
        var fixture = ELFFixture(is64: is64, isBigEndian: isBigEndian)
        fixture.machine = number
        #expect(try fixture.slice().machine.name == name)
    }

    static let others: [(number: UInt64, is64: Bool, isBigEndian: Bool)] = [
        (62, false, false), (183, false, false), (183, true, true), (21, true, true),
        (258, true, false),
    ]

    @Test(arguments: others)
    func `a machine in a layout that no platform tag has keeps its number`(
        number: UInt64, is64: Bool, isBigEndian: Bool
    ) throws {
        var fixture = ELFFixture(is64: is64, isBigEndian: isBigEndian)
        fixture.machine = number
        #expect(try fixture.slice().machine == .other(Int(number)))
    }

    @Test(arguments: ELFFixture.layouts)
    func `every layout is read alike`(layout: ELFFixture) throws {
        var fixture = layout
        fixture.needed = ["libm.so.6", "libc.so.6"]
        fixture.segments = [.init(type: 0x6474_E551, flags: 6)]
        let slice = try fixture.slice()
        #expect(slice.needed == ["libm.so.6", "libc.so.6"])
        #expect(slice.facts[.nxStack].value == .present)
        #expect(slice.facts[.stripped].value == .present)
        #expect(slice.kind == .sharedLibrary)
        #expect(slice.range == 0..<fixture.bytes.count)
    }

    @Test(arguments: ELFFixture.layouts)
    func `section headers are not needed for what the loader is told`(layout: ELFFixture) throws {
        var fixture = layout
        fixture.hasSections = false
        fixture.needed = ["libc.so.6"]
        fixture.versionNeeds = [("libc.so.6", ["GLIBC_2.17"])]
        fixture.symbols = [.init(name: "memcpy", isDefined: false), .init(name: "PyInit_a")]
        fixture.flags = [(24, 0)]
        let slice = try fixture.slice()
        #expect(slice.needed == ["libc.so.6"])
        #expect(slice.imports == ["memcpy"])
        #expect(slice.moduleInitializers == ["PyInit_a"])
        #expect(slice.versionNeeds == [.init(library: "libc.so.6", versions: ["GLIBC_2.17"])])
        #expect(slice.facts[.bindNow].value == .present)
        #expect(slice.facts[.stripped].value == .present)
        #expect(slice.facts[.toolchain].value == .undecidable)
    }

    @Test(arguments: ELFFixture.layouts)
    func `counts that do not fit in 16 bits stand in the first section header`(
        layout: ELFFixture
    ) throws {
        var fixture = layout
        fixture.usesExtendedCounts = true
        fixture.needed = ["libc.so.6"]
        fixture.sections = [.init(name: ".comment", type: 1, bytes: Array("GCC: 14\0".utf8))]
        let slice = try fixture.slice()
        #expect(slice.needed == ["libc.so.6"])
        #expect(slice.facts[.toolchain].value == .list(["GCC: 14"]))
    }

    static let breaks: [(position: Int, value: UInt64, message: String)] = [
        (4, 3, "class 3 at 0x4"), (5, 0, "byte order 0 at 0x5"),
        (54, 40, "program headers of 40 bytes"), (32, 1 << 40, "the program headers of"),
    ]

    @Test(arguments: breaks)
    func `a broken header fails the whole file and says where`(
        position: Int, value: UInt64, message: String
    ) throws {
        var fixture = ELFFixture()
        let size = position == 32 ? 8 : position == 54 ? 2 : 1
        fixture.patches = [("header", position, size, value)]
        let error = #expect(throws: NativeInspectionError.self) { try fixture.slice() }
        guard case .invalid(let text) = error else {
            Issue.record("\(String(describing: error)) is not `invalid`")
            return
        }
        #expect(text.contains(message))
    }

    @Test func `a broken section table leaves the facts of the loader`() throws {
        var fixture = ELFFixture()
        fixture.needed = ["libc.so.6"]
        fixture.patches = [("header", 40, 8, 1 << 50)]
        let slice = try fixture.slice()
        #expect(slice.needed == ["libc.so.6"])
        #expect(slice.facts[.bindNow].value == .absent)
        for name in [FactName.stripped, .debugInfo, .toolchain, .annobin] {
            #expect(slice.facts[name].value == .undecidable)
            #expect(slice.facts[name].evidence?.contains("the section headers") == true)
        }
    }

    @Test func `facts of linking do not apply to an object file`() throws {
        var fixture = ELFFixture()
        fixture.type = 1
        fixture.hasDynamic = false
        let slice = try fixture.slice()
        #expect(slice.kind == .object)
        for name in [FactName.relro, .bindNow, .nxStack, .pie, .needed, .rpath] {
            #expect(slice.facts[name] == .notApplicable)
        }
    }

    @Test func `a file whose code was left out is a debug companion`() throws {
        var fixture = ELFFixture()
        fixture.hasDynamic = false
        fixture.sections = [
            .init(name: ".init", type: 8, flags: 6, bytes: []),
            .init(name: ".debug_info", type: 1, bytes: [1, 2, 3, 4]),
        ]
        let slice = try fixture.slice()
        #expect(slice.kind == .debugCompanion)
        #expect(slice.facts[.relro] == .notApplicable)
        #expect(slice.facts[.debugInfo].value == .present)
    }
}

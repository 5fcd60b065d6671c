import NativeInspection
import Testing

@Suite struct `Mach-O load commands` {
    @Test(arguments: [(3, Fact.Value.absent), (5, .absent), (7, .present), (6, .present)])
    func `tell a segment that is writable and executable`(protection: Int, value: Fact.Value) throws
    {
        var file = MachOFixture()
        file.addSegment("__TEXT")
        file.addSegment("__JIT", protection: protection)
        let fact = try file.slice.facts[.wxSegments]
        #expect(fact.value == value)
        #expect(fact.names["segments"] == (value == .present ? ["__JIT"] : nil))
    }

    /// `MH_OBJECT`: the sections of one segment, which the linker distributes to others.
    @Test func `tell no such segment of an object file`() throws {
        var file = MachOFixture()
        file.fileType = 1
        file.addSegment("", protection: 7)
        #expect(try file.slice.facts[.wxSegments].value == .notApplicable)
    }

    /// `S_LAZY_SYMBOL_POINTERS` is 7, `S_NON_LAZY_SYMBOL_POINTERS` is 6.
    @Test(arguments: [(0x7, true), (0x6, false)])
    func `tell functions that are bound when they are first called`(type: Int, isLazy: Bool) throws
    {
        var file = MachOFixture()
        file.addSegment(
            "__DATA", protection: 3,
            sections: [.init(segment: "__DATA", name: "__la_symbol_ptr", flags: type)])
        let fact = try file.slice.facts[.chainedFixups]
        #expect(fact.value == .absent)
        #expect(fact.evidence?.contains("first called, by __DATA,__la_symbol_ptr") == isLazy)
    }

    @Test(arguments: [
        ("__DATA_CONST", 0x10, Fact.Value.present), ("__DATA_CONST", 0, .absent),
        ("__DATA", 0x10, .absent),
    ])
    func `tell constant data that becomes read-only`(name: String, flags: Int, value: Fact.Value)
        throws
    {
        var file = MachOFixture()
        file.addSegment(name, protection: 3, flags: flags)
        #expect(try file.slice.facts[.dataConst].value == value)
    }

    @Test func `tell libraries of every kind, in their order`() throws {
        var file = MachOFixture()
        file.addLibrary("@rpath/self.dylib", kind: 0xD)
        file.addLibrary("/usr/lib/libSystem.B.dylib")
        file.addLibrary("@loader_path/.dylibs/libz.dylib", kind: 0x8000_0018)
        file.addLibrary("/opt/homebrew/lib/libA.dylib", kind: 0x8000_001F)
        file.addLibrary("@rpath/lazy.dylib", kind: 0x20)
        file.addLibrary("@rpath/upward.dylib", kind: 0x8000_0023)
        file.addSearchPath("@loader_path")
        file.addSearchPath("/Users/runner/build/lib")
        let slice = try file.slice
        let libraries = [
            "/usr/lib/libSystem.B.dylib", "@loader_path/.dylibs/libz.dylib",
            "/opt/homebrew/lib/libA.dylib", "@rpath/lazy.dylib", "@rpath/upward.dylib",
        ]
        #expect(slice.needed == libraries)
        #expect(slice.facts[.needed].value == .list(libraries))
        #expect(slice.facts[.rpath].value == .list(["@loader_path", "/Users/runner/build/lib"]))
        #expect(slice.facts[.soname].value == .word("@rpath/self.dylib"))
    }

    @Test func `tell platform, lowest release, SDK and tools`() throws {
        var file = MachOFixture()
        file.addBuild(
            platform: 1, minimum: 0xB_0000, sdk: 0xF_0501,
            tools: [(1, 17 << 16), (2, 6 << 16), (3, 1167 << 16 | 0x500), (4, 23 << 16)])
        let slice = try file.slice
        #expect(slice.minimumOS == MinimumOS(platform: "macos", version: [11, 0, 0]))
        #expect(slice.facts[.minimumOS].value == .word("macos 11.0"))
        #expect(slice.facts[.sdk].value == .word("15.5.1"))
        #expect(
            slice.facts[.toolchain].value
                == .list(["clang 17.0", "swift 6.0", "ld 1167.5", "lld 23.0"]))
    }

    @Test(arguments: [
        (2, "ios"), (6, "maccatalyst"), (7, "ios-simulator"), (11, "visionos"), (99, "99"),
    ])
    func `name the platform, or give its number`(platform: Int, name: String) throws {
        var file = MachOFixture()
        file.addBuild(platform: platform, minimum: 0xD_0000, sdk: 0)
        #expect(try file.slice.minimumOS?.platform == name)
    }

    @Test(arguments: [
        (0x24, 0x0100_0007, "macos"), (0x25, 0x0100_000C, "ios"),
        (0x25, 0x0100_0007, "ios-simulator"), (0x2F, 0x0100_000C, "tvos"),
        (0x30, 7, "watchos-simulator"),
    ])
    func `tell the lowest release in the older form`(kind: Int, processor: Int, platform: String)
        throws
    {
        var file = MachOFixture(processor: processor)
        file.add(kind, file.word(0xA_0906) + file.word(0xB_0100))
        let slice = try file.slice
        #expect(slice.minimumOS == MinimumOS(platform: platform, version: [10, 9, 6]))
        #expect(slice.facts[.sdk].value == .word("11.1"))
        #expect(slice.facts[.toolchain].value == .list([]))
    }

    @Test func `tell the identifier of the build`() throws {
        var file = MachOFixture()
        file.add(0x1B, Array(0xF1...0xFF) + [0x0A])
        #expect(
            try file.slice.facts[.buildIdentifier].value
                == .word("f1f2f3f4f5f6f7f8f9fafbfcfdfeff0a"))
        #expect(try MachOFixture().slice.facts[.buildIdentifier].value == .absent)
    }

    @Test func `are refused where one has no size`() {
        var file = MachOFixture()
        file.commands = [file.word(0x19) + file.word(0)]
        #expect(throws: NativeInspectionError.self) { try file.slice }
    }

    @Test func `are refused where they reach over the end`() {
        var file = MachOFixture()
        file.addSearchPath("@loader_path")
        #expect(throws: NativeInspectionError.self) {
            try MachOFixture.slices(Array(file.bytes.prefix(40)))
        }
    }
}

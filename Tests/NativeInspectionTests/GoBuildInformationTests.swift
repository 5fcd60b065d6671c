import NativeInspection
import Testing

/// The layout is that of Go's package `debug/buildinfo` and of `runtime/debug`'s module lines.
@Suite struct `Go build information` {
    /// Magic, pointer size, flags and, from byte 32 on, the two texts behind their lengths.
    static func information(version: String, modules: [String], flags: UInt8 = 2) -> [UInt8] {
        let frame = [UInt8](repeating: 0x30, count: 16)
        let text = frame + Array(modules.joined(separator: "\n").utf8) + frame
        let length = [UInt8(text.count & 0x7F | 0x80), UInt8(text.count >> 7)]
        return [0xFF] + Array(" Go buildinf:".utf8) + [8, flags]
            + [UInt8](repeating: 0, count: 16) + [UInt8(version.utf8.count)] + Array(version.utf8)
            + length + text
    }

    static let modules = [
        "path\tgithub.com/x/main", "mod\tgithub.com/x/main\t(devel)\t",
        "dep\tgolang.org/x/sys\tv0.1.0\th1:abc=", "dep\tgithub.com/old\tv1.0.0",
        "=>\tgithub.com/new\tv1.0.1\th1:def=", "build\tCGO_ENABLED=1", "",
    ]

    /// The data stands at a multiple of 16 in the file, where the linker puts the information.
    private func fixture(_ data: [UInt8]) throws -> ContentFixture {
        var fixture = ContentFixture()
        for padding in 0..<16 {
            fixture.data = [UInt8](repeating: 0, count: padding) + data
            let bytes = fixture.elf.bytes
            let place = bytes.indices.first { bytes[$0...].starts(with: data.prefix(32)) }
            if let place, place.isMultiple(of: 16) { return fixture }
        }
        throw NativeInspectionError.invalid("no padding aligns the data")
    }

    @Test func `the version and the modules are read, replacements in place`() throws {
        let slice = try fixture(Self.information(version: "go1.25.1", modules: Self.modules))
            .slice()
        let go = try #require(slice.languages.first)
        #expect(go.name == "go")
        #expect(go.version == "1.25.1")
        #expect(go.tier == .header)
        #expect(
            slice.carried.goModules == [
                .init(name: "github.com/x/main", version: "(devel)"),
                .init(name: "golang.org/x/sys", version: "v0.1.0"),
                .init(name: "github.com/new", version: "v1.0.1"),
            ])
    }

    @Test func `information behind pointers tells Go without a version`() throws {
        let slice = try fixture(Self.information(version: "", modules: [], flags: 0)).slice()
        #expect(slice.languages.first?.name == "go")
        #expect(slice.languages.first?.version == nil)
    }

    @Test func `the magic alone, or out of place, is not Go`() throws {
        var misplaced = try fixture(Self.information(version: "go1.25.1", modules: Self.modules))
        misplaced.data.insert(0, at: 0)
        #expect(try misplaced.language("go") == nil)
        let reader = try fixture(
            Self.information(version: "invalid", modules: []))
        #expect(try reader.language("go") == nil)
    }

    @Test func `Rust's strings in a Go program are what it embeds`() throws {
        var program = try fixture(Self.information(version: "go1.25.1", modules: Self.modules))
        let path = "registry/src/index.example-6f17d22bba15001f/serde-1.0.0/src/lib.rs"
        program.comments = [
            "/rustc/90b35a6239c3d8bdabc530a6a0816f7ff89a0aaf/library/", path,
        ]
        #expect(try program.language("rust") == nil)
        #expect(try program.slice().carried.observedCrates.isEmpty)
        #expect(try program.fact(.canary).value == .notApplicable)
    }
}

import NativeInspection
import Testing

/// Strings and code are found wherever they stand.
@Suite struct `Scan of a slice` {
    static let commit = "/rustc/90b35a6239c3d8bdabc530a6a0816f7ff89a0aaf/library/"

    @Test(arguments: 0..<9)
    func `a string is found at any distance from a multiple of the stride`(distance: Int) throws {
        var fixture = ContentFixture()
        fixture.data = [UInt8](repeating: 0x61, count: distance) + Array(Self.commit.utf8)
        #expect(try fixture.language("rust")?.version == "1.83.0")
    }

    /// The windows of the scan are 1 MiB; a file's parts before `.data` take about 0x150 bytes.
    @Test(arguments: [-0x1A0, -0x178, -0x160, -0x150, -0x140, 0])
    func `a string is found across the border of two windows`(distance: Int) throws {
        var fixture = ContentFixture()
        fixture.data = [UInt8](repeating: 0x90, count: (1 << 20) + distance)
        for place in 0..<8 {
            // The same string many times, so that one of them is cut by the border.
            fixture.data += Array(Self.commit.utf8) + [UInt8](repeating: 0, count: place)
        }
        #expect(try fixture.language("rust")?.version == "1.83.0")
    }

    @Test func `code is counted once where windows meet`() throws {
        // 1,200,000 bytes of `endbr64; nop` each of five bytes.
        let mark: [UInt8] = [0xF3, 0x0F, 0x1E, 0xFA, 0x90]
        let code = Array([[UInt8]](repeating: mark, count: 240_000).joined())
        let fact = try ContentFixture(code: code).fact(.branchMarks)
        #expect(
            fact.evidence == "240000 endbr64 in 1200000 bytes of code, in 293 of 293 pages of code")
    }

    /// Magic and version, then custom sections (number 0) with a size and a name.
    private static func module(_ text: String) -> [UInt8] {
        let payload = [1, 0x6E] + Array(text.utf8)
        return [0, 0x61, 0x73, 0x6D, 1, 0, 0, 0, 0, UInt8(payload.count)] + payload
    }

    @Test func `strings in an embedded WebAssembly module are not the file's`() throws {
        var fixture = ContentFixture()
        fixture.data = Self.module(Self.commit) + [0xFF]
        #expect(try fixture.language("rust") == nil)
        fixture.data += Array(Self.commit.utf8)
        #expect(try fixture.language("rust") != nil)
    }

    /// Hugo, a Go program, embeds modules that were compiled from Rust.
    @Test func `crates of an embedded WebAssembly module are not the file's`() throws {
        let path = "registry/src/index.example-6f17d22bba15001f/serde-1.0.0/src/lib.rs"
        var fixture = ContentFixture()
        fixture.data = Self.module(path) + [0xFF]
        #expect(try fixture.slice().carried.observedCrates.isEmpty)
        #expect(try fixture.slice().languages.map(\.name) == ["c"])
        fixture.data += Array(path.utf8)
        #expect(try fixture.slice().carried.observedCrates.map(\.name) == ["serde"])
    }

    @Test func `a program that knows the magic embeds no module`() throws {
        var fixture = ContentFixture()
        fixture.data = [0, 0x61, 0x73, 0x6D, 1, 0, 0, 0] + [0x40] + Array(Self.commit.utf8)
        #expect(try fixture.language("rust") != nil)
    }
}

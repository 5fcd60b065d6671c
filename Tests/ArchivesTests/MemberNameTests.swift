import Archives
import CheeseboardTesting
import Testing

@Suite struct `Names of members` {
    static let refused: [(String, ArchiveInvalid.Reason)] = [
        ("", .invalidName),
        ("a\u{0}b", .invalidName),
        ("a\nb", .invalidName),
        ("a\u{7F}", .invalidName),
        (String(repeating: "n", count: 4097), .invalidName),
        ("/etc/passwd", .unsafePath),
        ("/", .unsafePath),
        ("C:/windows", .unsafePath),
        ("c:", .unsafePath),
        ("a\\b", .unsafePath),
        ("..", .unsafePath),
        ("../a", .unsafePath),
        ("a/../b", .unsafePath),
        ("a/..", .unsafePath),
        ("a/../", .unsafePath),
        ("a//b", .unsafePath),
        ("a//", .unsafePath),
        ("a/./b", .unsafePath),
    ]

    @Test(arguments: refused, [ArchiveRules.strict, .lenient])
    func `an unsafe name is refused in a zip file`(
        name: (String, ArchiveInvalid.Reason), rules: ArchiveRules
    ) {
        var writer = ZipWriter()
        writer.add("x")
        writer.entries[0].set { $0.name = Array(name.0.utf8) }
        let refusal = ArchiveFixtures.refusal {
            _ = try ArchiveFixtures.open(writer.bytes(), ArchiveLimits(rules: rules))
        }
        #expect(refusal?.reason == name.1)
    }

    @Test(arguments: refused, [TarWriter.Style.pax, .gnu])
    func `an unsafe name is refused in a tar file`(
        name: (String, ArchiveInvalid.Reason), style: TarWriter.Style
    ) {
        // A header cannot hold a zero byte in a name: the name ends there.
        guard !name.0.contains("\u{0}") else { return }
        var writer = TarWriter(style: style)
        writer.addFile(name.0, "x")
        let refusal = ArchiveFixtures.refusal { _ = try ArchiveFixtures.list(writer.bytes()) }
        #expect(refusal?.reason == name.1)
    }

    @Test(arguments: ["./a", "."])
    func `a step for the same folder is refused in a zip file`(name: String) {
        var writer = ZipWriter()
        writer.add(name)
        let refusal = ArchiveFixtures.refusal { _ = try ArchiveFixtures.open(writer.bytes()) }
        #expect(refusal?.reason == .unsafePath)
    }

    @Test func `a name that is not UTF-8 is refused`() {
        var writer = ZipWriter()
        writer.add("x")
        writer.entries[0].set { $0.name = [0x61, 0xFF] }
        #expect(
            ArchiveFixtures.refusal { _ = try ArchiveFixtures.open(writer.bytes()) }?.reason
                == .invalidName)
        var tar = TarWriter()
        var entry = TarEntry("", "0")
        entry.name = [0x61, 0xC3]
        tar.add(entry)
        #expect(
            ArchiveFixtures.refusal { _ = try ArchiveFixtures.list(tar.bytes()) }?.reason
                == .invalidName)
    }

    @Test func `unusual names that are safe are kept`() throws {
        let names = ["a..b", "...", "a b", "..a/b..", "ab:c", "-", "~", "a/.hidden", "né"]
        var writer = ZipWriter()
        var tar = TarWriter()
        for name in names {
            writer.add(name)
            tar.addFile(name, "")
        }
        #expect(try ArchiveFixtures.open(writer.bytes()).members.map(\.path) == names)
        #expect(try ArchiveFixtures.list(tar.bytes()).map(\.path) == names)
    }

    @Test func `a message shows a name without its control characters and not endlessly`() {
        var writer = ZipWriter()
        writer.add("evil\u{1B}[2J" + String(repeating: "x", count: 500))
        let refusal = ArchiveFixtures.refusal { _ = try ArchiveFixtures.open(writer.bytes()) }
        let message = refusal?.description ?? ""
        #expect(message.hasPrefix("the name \"evil\\u{1b}[2Jxxx"))
        #expect(message.utf8.count < 250)
        #expect(!message.utf8.contains(0x1B))
    }
}

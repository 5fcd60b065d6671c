import Archives
import CheeseboardTesting

/// The archives that the tests begin with.
enum ArchiveFixtures {
    static let hello = Array("hello\n".utf8)
    static let repeated = Array(String(repeating: "cheese ", count: 40).utf8)

    /// A folder, a stored file and a deflated one: entries 0, 1 and 2.
    static func zip() -> ZipWriter {
        var writer = ZipWriter()
        writer.add("pkg/")
        writer.add("pkg/a.txt", hello)
        writer.add("pkg/b.txt", repeated, .deflated)
        return writer
    }

    /// A folder and two files.
    static func tar(_ style: TarWriter.Style = .pax) -> TarWriter {
        var writer = TarWriter(style: style)
        writer.addDirectory("pkg")
        writer.addFile("pkg/a.txt", hello)
        writer.addFile("pkg/b.txt", repeated)
        return writer
    }

    static func open(_ bytes: [UInt8], _ limits: ArchiveLimits = .upload) throws(ArchiveError)
        -> ZipArchive
    {
        try ZipArchive(MemoryByteSource(bytes), limits: limits)
    }

    static func list(
        _ bytes: [UInt8], _ compression: TarCompression = .none, _ limits: ArchiveLimits = .upload
    ) throws(ArchiveError) -> [TarMember] {
        try TarArchive.members(
            of: MemoryByteSource(bytes), compression: compression, limits: limits)
    }

    /// What was refused, or nil where nothing was.
    static func refusal(_ body: () throws -> Void) -> ArchiveInvalid? {
        do {
            try body()
            return nil
        } catch {
            return (error as? ArchiveError)?.invalid
        }
    }
}

/// A source that fails, or that is shorter than it says.
struct BrokenSource: ByteSource {
    struct Failure: Error {}

    var byteCount = 1000
    var bytes: [UInt8]?

    func read(at offset: Int, count: Int) throws -> [UInt8] {
        guard let bytes else { throw Failure() }
        return Array(bytes.dropFirst(offset).prefix(count))
    }
}

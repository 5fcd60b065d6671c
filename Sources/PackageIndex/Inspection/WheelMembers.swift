import Archives
import NativeInspection
import PythonPackaging

/// The files of a wheel, in its archive or where it was installed.
protocol WheelMembers {
    /// The paths inside the wheel, without folders and links, in the wheel's own order.
    var paths: [String] { get }

    /// The size of a file in bytes.
    func size(of path: String) -> Int

    /// The whole of a small file.
    func read(_ path: String, limit: Int) throws -> [UInt8]

    /// The first bytes of a file, which are not held against its checksum; none where it is not there.
    func head(of path: String, count: Int) throws -> [UInt8]

    /// A file's content with its SHA-256 if its first bytes may be those of a native one; else nil.
    func native(
        _ path: String, limits: WheelInspectionLimits
    ) throws -> (content: any NativeSource, sha256: String)?
}

/// The members of a wheel's archive.
struct ArchivedMembers: WheelMembers {
    private let archive: ZipArchive
    let paths: [String]

    init(_ source: any ByteSource, limits: ArchiveLimits) throws {
        archive = try ZipArchive(source, limits: limits)
        paths = archive.members.filter { !$0.isDirectory && !$0.isSymbolicLink }.map(\.path)
    }

    func size(of path: String) -> Int { archive.member(at: path)?.uncompressedSize ?? 0 }

    func read(_ path: String, limit: Int) throws -> [UInt8] {
        guard let member = archive.member(at: path) else { return [] }
        return try archive.read(member, limit: limit)
    }

    func head(of path: String, count: Int) throws -> [UInt8] {
        guard let member = archive.member(at: path) else { return [] }
        var reader = try archive.reader(of: member)
        var head: [UInt8] = []
        while head.count < count, let chunk = try reader.next() {
            head += chunk.prefix(count - head.count)
        }
        return head
    }

    func native(
        _ path: String, limits: WheelInspectionLimits
    ) throws -> (content: any NativeSource, sha256: String)? {
        guard let member = archive.member(at: path),
            let found = try MemberContent.native(member, of: archive, limits: limits)
        else { return nil }
        return (found.content, found.sha256)
    }
}

/// What was installed from a wheel: the files that its RECORD lists and that are still there.
struct InstalledMembers: WheelMembers {
    private let folder: String
    private let places: [String: any ByteSource]
    let paths: [String]

    /// Opens what a RECORD lists.
    ///
    /// - Parameters:
    ///   - folder: The folder of packages, which RECORD's paths start from.
    ///   - record: The bytes of RECORD.
    ///   - open: Opens a file; nil where there is none.
    /// - Throws: What RECORD has wrong.
    init(
        in folder: String, record: [UInt8],
        open: (String) -> (any ByteSource)?
    ) throws(WheelRecord.Invalid) {
        self.folder = folder
        var places: [String: any ByteSource] = [:]
        var paths: [String] = []
        for entry in try WheelRecord(parsing: record).entries where places[entry.path] == nil {
            guard let source = open("\(folder)/\(entry.path)") else { continue }
            places[entry.path] = source
            paths.append(entry.path)
        }
        self.places = places
        self.paths = paths
    }

    func size(of path: String) -> Int { places[path]?.byteCount ?? 0 }

    func read(_ path: String, limit: Int) throws -> [UInt8] {
        guard let source = places[path] else { return [] }
        return try source.read(at: 0, count: min(source.byteCount, limit))
    }

    func head(of path: String, count: Int) throws -> [UInt8] {
        try read(path, limit: count)
    }

    func native(
        _ path: String, limits: WheelInspectionLimits
    ) throws -> (content: any NativeSource, sha256: String)? {
        guard let source = places[path] else { return nil }
        let first = try source.read(at: 0, count: 16)
        guard MemberContent.mayBeNative(first[...]) else { return nil }
        return (NativeBytes(source), try source.sha256())
    }
}

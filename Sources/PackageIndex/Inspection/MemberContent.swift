import Archives
import BlobStorage
import Crypto
import NativeInspection

/// The bytes of one native member, inflated once: in memory where they are few, else on disk.
enum MemberContent: NativeSource {
    case memory(MemoryNativeSource)
    case spilled(SpillFile, byteCount: Int)

    var byteCount: Int {
        switch self {
        case .memory(let source): source.byteCount
        case .spilled(_, let byteCount): byteCount
        }
    }

    func read(at offset: Int, count: Int) throws -> [UInt8] {
        switch self {
        case .memory(let source): return try source.read(at: offset, count: count)
        case .spilled(let file, let byteCount):
            guard offset >= 0, offset < byteCount else { return [] }
            return try file.read(at: offset, count: min(count, byteCount - offset))
        }
    }
}

extension MemberContent {
    /// Reads a member to its end if its first bytes may be those of a native file; else nil.
    ///
    /// - Returns: The content and its SHA-256 in hexadecimal.
    static func native(
        _ member: ZipMember, of archive: ZipArchive, limits: WheelInspectionLimits
    ) throws -> (content: MemberContent, sha256: String)? {
        var reader = try archive.reader(of: member)
        guard let first = try reader.next(), mayBeNative(first) else { return nil }
        guard member.uncompressedSize <= limits.fileBytes else {
            throw TooLarge(size: member.uncompressedSize, limit: limits.fileBytes)
        }
        var hash = SHA256()
        var chunk = first
        if member.uncompressedSize <= limits.memoryBytes {
            var bytes: [UInt8] = []
            bytes.reserveCapacity(member.uncompressedSize)
            while true {
                hash.update(data: chunk)
                bytes += chunk
                guard let next = try reader.next() else { break }
                chunk = next
            }
            return (.memory(MemoryNativeSource(bytes)), hash.finalize().hexadecimalText)
        }
        let file = try SpillFile(in: limits.temporaryFolder)
        while true {
            hash.update(data: chunk)
            try file.append(chunk)
            guard let next = try reader.next() else { break }
            chunk = next
        }
        return (
            .spilled(file, byteCount: member.uncompressedSize), hash.finalize().hexadecimalText
        )
    }

    /// Whether a file may be native by its first bytes; ``NativeFormat`` looks closer.
    static func mayBeNative(_ bytes: ArraySlice<UInt8>) -> Bool {
        magics.contains { bytes.starts(with: $0) }
    }

    private static let magics: [[UInt8]] = [
        [0x7F, 0x45, 0x4C, 0x46], [0x4D, 0x5A], [0x00, 0x61, 0x73, 0x6D],
        [0xFE, 0xED, 0xFA, 0xCE], [0xFE, 0xED, 0xFA, 0xCF], [0xCE, 0xFA, 0xED, 0xFE],
        [0xCF, 0xFA, 0xED, 0xFE], [0xCA, 0xFE, 0xBA, 0xBE], [0xCA, 0xFE, 0xBA, 0xBF],
        Array("!<arch>\n".utf8),
    ]

    /// A member is larger than the limits allow.
    struct TooLarge: Error, CustomStringConvertible {
        let size: Int
        let limit: Int

        var description: String { "it has \(size) bytes, and at most \(limit) are inspected" }
    }
}

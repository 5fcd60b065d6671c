import BlobStorage
import Database
import PythonPackaging

/// A file of a release, as it is offered for installing.
package struct PublishedFile: Sendable, Equatable {
    /// Whether it is source or built.
    package enum Kind: String, Sendable {
        case sdist
        case wheel = "bdist_wheel"

        init(of filename: DistributionFilename) {
            switch filename {
            case .wheel: self = .wheel
            case .source: self = .sdist
            }
        }
    }

    /// The file's name, unique in the index for ever.
    package let filename: String
    /// Source or built.
    package let kind: Kind
    /// The wheel's Python tag, `source` for an sdist.
    package let pythonTag: String
    /// The normalised version of its release.
    package let version: String
    /// The specifiers of Requires-Python, as written.
    package let requiresPython: String?
    /// Its size in bytes.
    package let byteCount: Int
    /// The SHA-256 of its bytes, by which they are stored; lower-case hex.
    package let sha256: String
    /// The BLAKE2b-256 of its bytes, lower-case hex.
    package let blake2b: String
    /// The MD5 of its bytes, lower-case hex.
    package let md5: String
    /// The SHA-256 of its METADATA, for wheels; lower-case hex.
    package let metadataSHA256: String?
    /// The uploader's comment.
    package let comment: String?
    /// Whether installers should pass it over.
    package let isYanked: Bool
    /// Why it was yanked.
    package let yankedReason: String?
    /// When it was published.
    package let uploadedAt: Timestamp

    static let columns = """
        files.filename, files.kind, files.python_tag, releases.version, files.requires_python,
        files.byte_count, files.sha256, files.blake2b, files.md5, files.metadata_sha256,
        files.comment, files.is_yanked, files.yanked_reason, files.uploaded_at
        """

    init(_ row: SQLRow) throws {
        filename = try row.get("filename")
        kind = Kind(rawValue: try row.get("kind")) ?? .sdist
        pythonTag = try row.get("python_tag")
        version = try row.get("version")
        requiresPython = try row.get("requires_python")
        byteCount = try row.get("byte_count")
        sha256 = try row.get("sha256")
        blake2b = try row.get("blake2b")
        md5 = try row.get("md5")
        metadataSHA256 = try row.get("metadata_sha256")
        comment = try row.get("comment")
        isYanked = try row.get("is_yanked")
        yankedReason = try row.get("yanked_reason")
        uploadedAt = Timestamp(microseconds: try row.get("uploaded_at"))
    }

    static func digest(_ hex: String) throws -> SHA256Digest {
        guard let digest = SHA256Digest(hex: hex) else { throw StoredDigestBroken(hex: hex) }
        return digest
    }
}

/// A digest in the database is not 64 hexadecimal digits: the row was not written by this program.
struct StoredDigestBroken: Error {
    let hex: String
}

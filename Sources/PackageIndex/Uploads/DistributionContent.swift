import Archives
import Crypto
import PythonPackaging

/// What is inside a distribution, found in one pass over its archive.
///
/// That pass inflates every member, so that a content whose size or checksum is wrong is found
/// before anyone installs it.
package struct DistributionContent: Sendable {
    /// One member.
    struct Member: Sendable {
        let path: String
        let size: Int
        /// The digest of the content by the algorithm that RECORD names, for a wheel's files.
        let digest: MemberDigest?
    }

    /// Every member but folders, in the order of the archive.
    let members: [Member]
    /// The bytes of METADATA or PKG-INFO, exactly as they are in the archive.
    package let metadata: [UInt8]
    /// The folder that license files are relative to, with its final slash.
    let licenseFolder: String
    /// The wheel's own files; nil for a source distribution.
    let wheel: WheelFiles?
    /// What all members take once unpacked, in bytes.
    package var unpackedBytes: Int { members.reduce(0) { $0 + $1.size } }

    private let places: [String: Int]

    init(_ source: any ByteSource, name: DistributionFilename, limits: ArchiveLimits) throws {
        switch name {
        case .wheel(let wheel): try self.init(wheel: wheel, source, limits)
        case .source(let sdist): try self.init(sdist: sdist, source, limits)
        }
    }

    /// The member at a path, which has to be written with the same bytes.
    ///
    /// Strings are equal where Unicode calls them so, but an installer opens files by their bytes.
    func member(at path: String) -> Member? {
        places[path].map { members[$0] }.flatMap {
            $0.path.utf8.elementsEqual(path.utf8) ? $0 : nil
        }
    }

    init(
        members: [Member], metadata: [UInt8], licenseFolder: String, wheel: WheelFiles? = nil
    ) {
        self.members = members
        self.metadata = metadata
        self.licenseFolder = licenseFolder
        self.wheel = wheel
        places = Dictionary(
            members.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Refuses a file that is not, beyond doubt, the kind of archive that its name says.
    static func checkKind(
        of source: any ByteSource, is expected: ArchiveKind
    ) throws {
        let kind = try ArchiveKind(of: source)
        guard kind == expected else {
            throw Refusal(
                .archiveInvalid,
                "Invalid distribution file. The file's name says \(expected.rawValue), but the "
                    + "file is \(kind.rawValue).")
        }
    }
}

/// The digest of one member of a wheel.
struct MemberDigest: Sendable, Equatable {
    /// How RECORD writes the algorithm.
    enum Algorithm: String, Sendable {
        case sha256, sha384, sha512
    }

    let algorithm: Algorithm
    let bytes: [UInt8]
}

/// The files of a wheel that describe it.
struct WheelFiles: Sendable {
    /// The `.dist-info` folder's name.
    let folder: String
    let description: [UInt8]
    /// RECORD, read once; nil where there is none.
    let record: Result<WheelRecord, WheelRecord.Invalid>?
    let entryPoints: [UInt8]?
}

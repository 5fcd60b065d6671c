import Archives
import PythonPackaging

extension DistributionContent {
    /// Reads a source distribution.
    init(
        sdist: SourceDistributionFilename, _ source: any ByteSource, _ limits: ArchiveLimits
    ) throws {
        switch sdist.format {
        case .tarGz: try self.init(tar: source, limits)
        case .zip: try self.init(zip: source, limits)
        }
    }

    private init(tar source: any ByteSource, _ limits: ArchiveLimits) throws {
        try Self.checkKind(of: source, is: .gzip)
        var members: [Member] = []
        var tops: Set<Substring> = []
        var metadata: [UInt8]?
        try TarArchive.walk(source, compression: .gzip, limits: limits) { member, content in
            if !member.path.isEmpty { tops.insert(member.topDirectory) }
            guard member.kind != .directory else { return }
            members.append(Member(path: member.path, size: member.size, digest: nil))
            if member.kind == .file, Self.isTopPackageInfo(member.path) {
                metadata = try content.read(limit: DistributionLimits.metadata.fileBytes)
            }
        }
        try self.init(source: members, tops: tops, metadata: metadata)
    }

    private init(zip source: any ByteSource, _ limits: ArchiveLimits) throws {
        try Self.checkKind(of: source, is: .zip)
        let archive = try ZipArchive(source, limits: limits)
        try archive.verify()
        let info = archive.members.first { !$0.isDirectory && Self.isTopPackageInfo($0.path) }
        let metadata = try info.map {
            try archive.read($0, limit: DistributionLimits.metadata.fileBytes)
        }
        let members = archive.members.filter { !$0.isDirectory }.map {
            Member(path: $0.path, size: $0.uncompressedSize, digest: nil)
        }
        let tops = Set(archive.members.map { $0.path.prefix { $0 != "/" } })
        try self.init(source: members, tops: tops, metadata: metadata)
    }

    private init(source members: [Member], tops: Set<Substring>, metadata: [UInt8]?) throws {
        guard let top = tops.first, tops.count == 1 else {
            throw Refusal(
                .layoutInvalid,
                "Invalid distribution file. A source distribution has exactly one folder at its "
                    + "top; this one has \(tops.count).")
        }
        guard let metadata else {
            throw Refusal(
                .metadataMissing,
                "Invalid distribution file. PKG-INFO not found at \(Shown.short(String(top)))"
                    + "/PKG-INFO.")
        }
        self.init(members: members, metadata: metadata, licenseFolder: "\(top)/")
    }

    private static func isTopPackageInfo(_ path: String) -> Bool {
        path.hasSuffix("/PKG-INFO") && path.utf8.count { $0 == UInt8(ascii: "/") } == 1
    }
}

import Archives
import Crypto
import PythonPackaging

extension DistributionContent {
    /// Reads a wheel.
    init(
        wheel: WheelFilename, _ source: any ByteSource, _ limits: ArchiveLimits
    ) throws {
        try Self.checkKind(of: source, is: .zip)
        let archive = try ZipArchive(source, limits: limits)
        let folder = wheel.distInfoFolder
        func text(_ name: String, limit: Int) throws -> [UInt8]? {
            try archive.member(at: "\(folder)/\(name)").map {
                try archive.read($0, limit: limit)
            }
        }
        guard let description = try text("WHEEL", limit: DistributionLimits.descriptionBytes) else {
            throw Refusal(
                .layoutInvalid, "Invalid distribution file. WHEEL not found at \(folder)/WHEEL.")
        }
        guard let metadata = try text("METADATA", limit: DistributionLimits.metadata.fileBytes)
        else {
            throw Refusal(
                .metadataMissing,
                "Wheel '\(wheel.text)' does not contain the required METADATA file: "
                    + "\(folder)/METADATA")
        }
        try Self.checkInfoFolder(of: archive, is: folder)
        let record = try text(
            "RECORD", limit: DistributionLimits.recordBytes(of: archive.members)
        ).map { bytes in
            Result { () throws(WheelRecord.Invalid) in try WheelRecord(parsing: bytes) }
        }
        let files = WheelFiles(
            folder: folder, description: description, record: record,
            entryPoints: try text(
                "entry_points.txt", limit: DistributionLimits.entryPointsBytes))
        let algorithms = Self.algorithms(record: files.record)
        let members = try archive.members.filter { !$0.isDirectory }.map { member in
            let algorithm = algorithms[member.path] ?? .sha256
            return Member(
                path: member.path, size: member.uncompressedSize,
                digest: MemberDigest(
                    algorithm: algorithm, bytes: try Self.hash(member, of: archive, by: algorithm)))
        }
        self.init(
            members: members, metadata: metadata, licenseFolder: "\(folder)/licenses/",
            wheel: files)
    }

    /// Refuses a second `.dist-info` at the top: installers refuse it, or take either.
    private static func checkInfoFolder(of archive: ZipArchive, is folder: String) throws {
        let others = Set(archive.members.map { $0.path.prefix { $0 != "/" } })
            .filter { $0.lowercased().hasSuffix(".dist-info") && $0 != folder }
        if let other = others.min() {
            throw Refusal(
                .layoutInvalid,
                "Invalid distribution file. A wheel has one .dist-info folder; this one has "
                    + "'\(Shown.short(String(other)))' besides '\(folder)'.")
        }
    }

    /// What RECORD hashes its members by, where that is not SHA-256.
    ///
    /// A RECORD that cannot be read says nothing here; a policy refuses it.
    private static func algorithms(
        record: Result<WheelRecord, WheelRecord.Invalid>?
    ) -> [String: MemberDigest.Algorithm] {
        guard let entries = try? record?.get().entries else { return [:] }
        var algorithms: [String: MemberDigest.Algorithm] = [:]
        for entry in entries where entry.algorithm != MemberDigest.Algorithm.sha256.rawValue {
            algorithms[entry.path] = entry.algorithm.flatMap(MemberDigest.Algorithm.init(rawValue:))
        }
        return algorithms
    }

    private static func hash(
        _ member: ZipMember, of archive: ZipArchive, by algorithm: MemberDigest.Algorithm
    ) throws -> [UInt8] {
        switch algorithm {
        case .sha256: try hash(member, of: archive, with: SHA256())
        case .sha384: try hash(member, of: archive, with: SHA384())
        case .sha512: try hash(member, of: archive, with: SHA512())
        }
    }

    private static func hash<Hash: HashFunction>(
        _ member: ZipMember, of archive: ZipArchive, with hash: Hash
    ) throws -> [UInt8] {
        var hash = hash
        try archive.stream(member) { hash.update(data: $0) }
        return Array(hash.finalize())
    }
}

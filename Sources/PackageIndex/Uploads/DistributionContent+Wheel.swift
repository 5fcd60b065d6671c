import Archives
import Crypto
import PythonPackaging

extension DistributionContent {
    /// Reads a wheel.
    init(wheel: WheelFilename, _ source: any ByteSource) throws {
        try Self.checkKind(of: source, is: .zip)
        let archive = try ZipArchive(source, limits: .upload)
        let folder = wheel.distInfoFolder
        func text(_ name: String) throws -> [UInt8]? {
            try archive.member(at: "\(folder)/\(name)").map {
                try archive.read($0, limit: Self.largestTextBytes)
            }
        }
        guard let description = try text("WHEEL") else {
            throw Refusal(
                .layoutInvalid, "Invalid distribution file. WHEEL not found at \(folder)/WHEEL.")
        }
        guard let metadata = try text("METADATA") else {
            throw Refusal(
                .metadataMissing,
                "Wheel '\(wheel.text)' does not contain the required METADATA file: "
                    + "\(folder)/METADATA")
        }
        let files = WheelFiles(
            folder: folder, description: description, record: try text("RECORD"),
            entryPoints: try text("entry_points.txt"))
        let members = try archive.members.filter { !$0.isDirectory }.map { member in
            var hash = SHA256()
            try archive.stream(member) { hash.update($0) }
            return Member(
                path: member.path, size: member.uncompressedSize, sha256: Array(hash.finalize()))
        }
        self.init(
            members: members, metadata: metadata, licenseFolder: "\(folder)/licenses/",
            wheel: files)
    }
}

extension SHA256 {
    /// Hashes the next bytes, without copying them where they lie in one piece.
    fileprivate mutating func update(_ bytes: ArraySlice<UInt8>) {
        update(data: bytes)
    }
}

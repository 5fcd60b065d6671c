import BlobStorage
import Crypto
import Database

/// One thing that is wrong between the database and the blobs.
package enum StorageFault: Sendable, Equatable, CustomStringConvertible {
    /// A row names a blob that is not there.
    case missing(digest: String, filename: String)
    /// A blob's bytes have another digest than its address.
    case wrongHash(digest: String, found: String)
    /// No row names the blob; the next collection of garbage removes it.
    case orphan(digest: String, byteCount: Int)

    package var description: String {
        switch self {
        case .missing(let digest, let filename): "missing  \(digest)  \(filename)"
        case .wrongHash(let digest, let found): "damaged  \(digest)  has the digest \(found)"
        case .orphan(let digest, let byteCount):
            "orphan   \(digest)  \(ByteCount.text(byteCount))"
        }
    }

    /// Whether something was lost; an orphan loses nothing.
    package var isLoss: Bool {
        if case .orphan = self { false } else { true }
    }
}

/// What checking the storage came to.
package struct StorageVerification: Sendable {
    /// How many blobs were read back.
    package var blobs = 0
    /// How many bytes they have.
    package var bytes = 0
    /// How many rows name blobs.
    package var files = 0
    /// What is wrong.
    package var faults: [StorageFault] = []
}

extension Index {
    /// Checks the database against the blobs, and every blob against its address.
    ///
    /// Uploads may go on: a blob that is younger than a minute is not called an orphan.
    package func verifyStorage(
        progress: @Sendable (StorageVerification) -> Void = { _ in }
    ) async throws -> StorageVerification {
        let young = (clock.now() - .seconds(60)).seconds
        var present: [BlobStorage.SHA256Digest: (byteCount: Int, modified: Int64)] = [:]
        var result = StorageVerification()
        let named = try await namedBlobs()
        result.files = named.count
        try await blobs.list { digest, byteCount, modified in
            present[digest] = (byteCount, modified)
        }
        for (digest, filename) in named.sorted(by: { $0.value < $1.value })
        where present[digest] == nil {
            // It may have been published between the two looks.
            guard try await blobs.open(digest) == nil else { continue }
            result.faults.append(.missing(digest: digest.hex, filename: filename))
        }
        for (digest, blob) in present.sorted(by: { $0.key < $1.key }) {
            if named[digest] == nil, blob.modified < young,
                try await !database.read({ try Self.isNamed(digest, in: $0) })
            {
                result.faults.append(.orphan(digest: digest.hex, byteCount: blob.byteCount))
            }
            guard let found = try await digestOfBlob(digest) else { continue }
            result.blobs += 1
            result.bytes += blob.byteCount
            if found != digest {
                result.faults.append(.wrongHash(digest: digest.hex, found: found.hex))
            }
            progress(result)
        }
        return result
    }

    /// Every blob that a row names, with the name of a file that it belongs to.
    func namedBlobs() async throws -> [BlobStorage.SHA256Digest: String] {
        try await database.read { connection in
            var named: [BlobStorage.SHA256Digest: String] = [:]
            try connection.forEachRow(
                "SELECT filename, sha256, metadata_sha256 FROM files", arguments: []
            ) { row in
                let filename: String = try row.get("filename")
                named[try PublishedFile.digest(try row.get("sha256"))] = filename
                if let metadata: String = try row.get("metadata_sha256") {
                    named[try PublishedFile.digest(metadata)] = filename + ".metadata"
                }
            }
            if let catalogue = try connection.row("SELECT sha256 FROM catalogues WHERE id = 1") {
                named[try PublishedFile.digest(try catalogue.get("sha256"))] = "the catalogue"
            }
            return named
        }
    }

    private func digestOfBlob(
        _ digest: BlobStorage.SHA256Digest
    ) async throws -> BlobStorage.SHA256Digest? {
        guard let blob = try await blobs.open(digest) else { return nil }
        return try await blocking.run {
            var hash = SHA256()
            var offset = 0
            while offset < blob.byteCount {
                let chunk = try blob.readBlocking(at: offset, count: 1 << 20)
                guard !chunk.isEmpty else { break }
                hash.update(data: chunk)
                offset += chunk.count
            }
            return BlobStorage.SHA256Digest(bytes: Array(hash.finalize()))
        }
    }
}

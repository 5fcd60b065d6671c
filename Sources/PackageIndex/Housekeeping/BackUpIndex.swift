package import BlobStorage
package import Database
import Foundation

/// What a backup came to.
package struct BackupReport: Sendable {
    /// The serial that the copy holds at least.
    package let serial: Int64
    /// How many blobs the copy has.
    package let blobs: Int
    /// How many of them were copied this time.
    package let copied: Int
}

extension Index {
    static let dump = DatabaseDump(
        schema: "cheeseboard", tables: Schema.tablesInForeignKeyOrder,
        seeded: ["journal_counter", "native_revision", "page_counter"])

    private static let databaseFile = "database.jsonl"

    /// Copies the whole index to a folder, while uploads go on.
    ///
    /// Blobs are copied before the database's one snapshot, and again after it: whatever the
    /// snapshot names was there at one of the two, since nothing is purged within a day of being
    /// kept. Each copied blob is hashed on the way, so a damaged one is not copied silently. The
    /// snapshot takes the place of an older one only when every blob that it names is in the copy.
    package func backUp(
        to folder: String, progress: @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) async throws -> BackupReport {
        let copy = try DiskBlobStore(folder: folder)
        var copied = try await Self.copyBlobs(from: blobs, to: copy, progress)
        let serial = try await lastSerial()
        let path = folder + "/" + Self.databaseFile
        let unproven = path + ".unproven"
        try await Self.dumpDatabase(database, to: unproven)
        let named = try await namedBlobs()
        copied += try await Self.copyBlobs(from: blobs, to: copy, progress)
        var present: Set<SHA256Digest> = []
        try await copy.list { digest, _, _ in present.insert(digest) }
        if let (digest, filename) = named.first(where: { !present.contains($0.key) }) {
            try FileManager.default.removeItem(atPath: unproven)
            throw BlobLost(digest: digest.hex, filename: filename)
        }
        try DurableFile.move(unproven, to: path)
        return BackupReport(serial: serial, blobs: present.count, copied: copied)
    }

    /// Refuses a folder that holds no backup, or one that this version cannot bring back, before
    /// anything is made to bring it back into.
    package static func checkBackup(in folder: String) throws {
        let path = folder + "/" + databaseFile
        for needed in [path, folder + "/blobs"]
        where !FileManager.default.isReadableFile(atPath: needed) {
            throw BackupMissing(path: needed)
        }
        let file = try DumpFile(reading: path)
        try dump.checkHeader(of: Schema.migrations) { try file.next() }
    }

    /// Brings a backup back into an empty database and an empty store; the serial it reached.
    ///
    /// A database with rows of its own is refused before anything is written; the store is opened
    /// only after that.
    package static func restore(
        from folder: String, database: any DatabaseDriver,
        blobs: @autoclosure () throws -> any BlobStore,
        progress: @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) async throws -> Int64 {
        try checkBackup(in: folder)
        try await dump.checkRoom(in: database)
        _ = try await copyBlobs(from: try DiskBlobStore(folder: folder), to: blobs(), progress)
        try await migrate(database)
        let file = try DumpFile(reading: folder + "/" + databaseFile)
        try await dump.restore(into: database) { try file.next() }
        return try await database.read { try lastSerial($0) }
    }

    /// Writes the database's rows to a file, which appears under its name only when it is whole.
    package static func dumpDatabase(_ database: any DatabaseDriver, to path: String) async throws {
        let partial = path + ".partial"
        let file = try DumpFile(writing: partial)
        do {
            try await dump.write(database) { try file.append($0) }
            try file.close()
            try DurableFile.move(partial, to: path)
        } catch {
            _ = try? FileManager.default.removeItem(atPath: partial)
            throw error
        }
    }

    private static func copyBlobs(
        from source: any BlobStore, to copy: any BlobStore,
        _ progress: @Sendable (_ done: Int, _ total: Int) -> Void
    ) async throws -> Int {
        var wanted: [SHA256Digest] = []
        try await source.list { digest, _, _ in wanted.append(digest) }
        var present: Set<SHA256Digest> = []
        try await copy.list { digest, _, _ in present.insert(digest) }
        let missing = wanted.filter { !present.contains($0) }
        for (done, digest) in missing.enumerated() {
            progress(done, missing.count)
            guard let blob = try await source.open(digest) else { continue }
            let staged = try copy.stage()
            var offset = 0
            while offset < blob.byteCount {
                let chunk = try await blob.read(at: offset, count: 1 << 20)
                guard !chunk.isEmpty else { break }
                try staged.append(chunk)
                offset += chunk.count
            }
            let found = try staged.finish().sha256
            guard found == digest else {
                throw BlobDamaged(digest: digest.hex, found: found.hex)
            }
            try await copy.keep(staged)
        }
        return missing.count
    }
}

/// A folder that holds no backup.
struct BackupMissing: Error, CustomStringConvertible {
    let path: String

    var description: String { "there is no backup: \(path) is not there." }
}

/// A blob that a row names and that is not there.
struct BlobLost: Error, CustomStringConvertible {
    let digest: String
    let filename: String

    var description: String {
        "the blob \(digest) of \(filename) is missing, so there is nothing to copy; `cheeseboard verify` "
            + "lists all that is wrong."
    }
}

/// A blob whose bytes are not those of its address.
struct BlobDamaged: Error, CustomStringConvertible {
    let digest: String
    let found: String

    var description: String {
        "the blob \(digest) is damaged: its bytes have the digest \(found); `cheeseboard verify` lists all "
            + "that is wrong."
    }
}

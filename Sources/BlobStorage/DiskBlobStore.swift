import Synchronization

/// Keeps blobs as files of one folder.
///
/// The blob with the digest `abcd…` is `blobs/ab/cd/abcd…` under the folder; files that are being
/// written lie in `staging/`, which has to be on the same file system.
package struct DiskBlobStore: BlobStore {
    private let blobs: String
    private let staging: String
    private let blocking = BlockingWork()
    private let lasting = LastingFolders()
    private let removals: Removals

    /// Opens the store in a folder, which is made where it is missing.
    ///
    /// Blocks. What dead processes left in `staging/` is removed; another store on the same folder, of this
    /// process or another, keeps what it is writing.
    package init(folder: String) throws {
        blobs = "\(folder)/blobs"
        staging = "\(folder)/staging"
        try Folder.makeWithParents(folder)
        try Folder.make(blobs)
        try Folder.make(staging)
        try Folder.sync(folder)
        try StagedFile.removeStale(in: staging)
        removals = try Removals(lock: "\(folder)/removals.lock")
    }

    /// Where the blob lies, or would lie, on this machine.
    package func path(of digest: SHA256Digest) -> String {
        Layout(blobs: blobs, digest: digest).file
    }

    /// Begins a file in `staging/`, which blocks for a moment.
    package func stage() throws -> StagedFile {
        try StagedFile(in: staging)
    }

    /// Syncs the file, moves it to its place, in place of an equal blob, and syncs the folder.
    package func keep(_ staged: StagedFile) async throws {
        try await blocking.run { try keepBlocking(staged) }
    }

    /// Stages, finishes and keeps bytes from memory.
    package func put(_ bytes: [UInt8]) async throws -> SHA256Digest {
        try await blocking.run {
            let staged = try stage()
            try staged.append(bytes)
            let digests = try staged.finish()
            try keepBlocking(staged)
            return digests.sha256
        }
    }

    /// Opens the blob's file; nil when there is none, an error when it is a link or a folder.
    package func open(_ digest: SHA256Digest) async throws -> (any BlobReader)? {
        try await blocking.run {
            try DiskBlobReader(path: path(of: digest), blocking: blocking)
        }
    }

    /// Removes the blob's file if it was kept before that Unix time; says whether it did.
    package func removeBlocking(_ digest: SHA256Digest, keptBefore: Int64) throws -> Bool {
        let path = path(of: digest)
        return try removals.alone { () throws(StorageFailure) in
            guard let status = try FileStatus.of(path), status.modified < keptBefore else {
                return false
            }
            // Not synced: a name that comes back after a crash is an orphan, and collected as one.
            try Folder.remove(path)
            return true
        }
    }

    /// Visits every blob, one of the 256 outer folders after the other.
    ///
    /// Files that are not named as a digest are passed over.
    package func list(
        _ body: (_ digest: SHA256Digest, _ byteCount: Int, _ modified: Int64) throws -> Void
    ) async throws {
        let outer = try await blocking.run { try Folder.names(in: blobs).sorted() }
        for name in outer {
            // One of 256 folders at a time bounds the memory.
            let found = try await blocking.run { try entries(under: "\(blobs)/\(name)") }
            for entry in found {
                try body(entry.digest, entry.status.byteCount, entry.status.modified)
            }
        }
    }

    /// Writes a file to `staging/`, reads it again, and looks into `blobs/`.
    package func check() async throws {
        try await blocking.run {
            _ = try Folder.names(in: blobs)
            let staged = try stage()
            defer { staged.discard() }
            let sample = Array("can this be written and read?".utf8)
            try staged.append(sample)
            guard try staged.read(at: 0, count: sample.count) == sample else {
                throw StorageFailure(.other, "check \(staging): read other bytes than written")
            }
        }
    }

    /// The order that survives a crash: the folders last, the bytes last, then the name is set in
    /// one step, then the name lasts.
    ///
    /// What is lost in between is an orphan at most.
    private func keepBlocking(_ staged: StagedFile) throws(StorageFailure) {
        try staged.keep { digest throws(StorageFailure) in
            let layout = Layout(blobs: blobs, digest: digest)
            try lasting.make([layout.outer, layout.inner], under: blobs)
            return layout.file
        } settle: { path throws(StorageFailure) in
            let isThere = try removals.alone { () throws(StorageFailure) in
                try FileStatus.of(path) != nil
            }
            guard isThere else {
                throw StorageFailure(
                    .other, "keep \(path): an old blob was removed there at that moment; try again")
            }
            try Folder.sync(Folder.parent(of: path))
        }
    }

    private func entries(
        under outer: String
    ) throws(StorageFailure) -> [(digest: SHA256Digest, status: FileStatus)] {
        var entries: [(digest: SHA256Digest, status: FileStatus)] = []
        for inner in try Folder.names(in: outer) {
            for name in try Folder.names(in: "\(outer)/\(inner)") {
                guard let digest = SHA256Digest(hex: name),
                    let status = try FileStatus.of(path(of: digest)), status.isRegularFile
                else { continue }
                entries.append((digest, status))
            }
        }
        return entries
    }
}

/// The two folders and the file of one blob.
private struct Layout {
    let outer: String
    let inner: String
    let file: String

    init(blobs: String, digest: SHA256Digest) {
        let hex = digest.hex
        outer = "\(blobs)/\(hex.prefix(2))"
        inner = "\(outer)/\(hex.dropFirst(2).prefix(2))"
        file = "\(inner)/\(hex)"
    }
}

/// Lets one removal happen at a time, from the look at the blob's age to the end, in whatever
/// process: `cheeseboard` commands run beside a server.
///
/// A blob that is kept anew in between is removed with the look at the old one; who kept it waits
/// for the removal and sees that it is gone.
private final class Removals: Sendable {
    /// Threads of this process wait for the mutex, processes for the lock of the file in it.
    private let gate: Mutex<OpenFile>

    init(lock path: String) throws(StorageFailure) {
        gate = Mutex(try OpenFile(path, for: .locking))
    }

    func alone<T: Sendable>(
        _ work: () throws(StorageFailure) -> T
    ) throws(StorageFailure) -> T {
        try gate.withLock { file throws(StorageFailure) in
            try file.waitForLock()
            // Closing the file, at the latest, gives the lock back.
            defer { try? file.unlock() }
            return try work()
        }
    }
}

/// Remembers which folders are known to survive a crash, so that each is synced once only.
///
/// That a folder exists is not enough: another task may have made it and not synced it yet.
private final class LastingFolders: Sendable {
    private let known = Mutex<Set<String>>([])

    /// Makes nested folders, the outermost first, and makes their names last.
    func make(_ folders: [String], under root: String) throws(StorageFailure) {
        var parent = root
        for folder in folders {
            if !known.withLock({ $0.contains(folder) }) {
                try Folder.make(folder)
                try Folder.sync(parent)
                _ = known.withLock { $0.insert(folder) }
            }
            parent = folder
        }
    }
}

import Synchronization

/// A temporary file that is being written and hashed in one pass.
///
/// Made by `BlobStore.stage()`. Append the bytes, `finish()`, read at will, then give it to
/// `BlobStore.keep(_:)`; dropped without that, it removes itself. Its methods block: `append` for a
/// write into the system's cache and the hashing (below half a millisecond for 64 KiB), `read` for
/// the disk where the cache misses.
package final class StagedFile: Sendable {
    private enum State {
        case writing(FileHasher)
        case finished(FileDigests)
        case kept(FileDigests)
        case discarded
    }

    private struct Contents {
        var state = State.writing(FileHasher())
        var byteCount = 0
    }

    private let file: OpenFile
    private let contents = Mutex(Contents())

    /// Creates the file under `folder`, with a name of its own.
    ///
    /// The file is locked as long as it is open, which tells a later `removeStale(in:)` of another
    /// process that somebody still uses it.
    init(in folder: String) throws(StorageFailure) {
        while true {
            let name = String(UInt64.random(in: 0 ... .max), radix: 36)
            let created = try OpenFile("\(folder)/\(processNumber())-\(name)", for: .creating)
            // Between creation and lock a clean-up may have taken the file for a dead process's.
            if try created.lock(), try created.status().linkCount > 0 {
                file = created
                return
            }
        }
    }

    deinit {
        discard()
    }

    /// How many bytes were appended.
    package var byteCount: Int { contents.withLock { $0.byteCount } }

    /// The digests once `finish()` was called, nil before and after `discard()`.
    package var digests: FileDigests? {
        contents.withLock {
            switch $0.state {
            case .finished(let digests), .kept(let digests): digests
            case .writing, .discarded: nil
            }
        }
    }

    /// Writes and hashes the file's next bytes.
    ///
    /// When the disk refuses them, because it is full for instance, the file is discarded.
    package func append(_ bytes: Span<UInt8>) throws(StorageFailure) {
        try contents.withLock { contents throws(StorageFailure) in
            guard case .writing(var hasher) = contents.state else {
                throw StorageFailure(.other, "append \(file.path): the file is finished")
            }
            // A second holder of the hasher would make it copy its buffer.
            contents.state = .discarded
            try removingOnFailure { () throws(StorageFailure) in try file.write(bytes) }
            hasher.update(bytes)
            contents.state = .writing(hasher)
            contents.byteCount += bytes.count
        }
    }

    /// Writes and hashes the file's next bytes.
    package func append(_ bytes: [UInt8]) throws(StorageFailure) {
        try append(bytes.span)
    }

    /// Writes and hashes the file's next bytes.
    package func append(_ bytes: ArraySlice<UInt8>) throws(StorageFailure) {
        try append(bytes.span)
    }

    /// Ends the writing and gives the digests of all bytes; a second call gives them again.
    ///
    /// Nothing is synced to the disk yet, since the upload may still be refused: `keep` does that.
    @discardableResult
    package func finish() throws(StorageFailure) -> FileDigests {
        try contents.withLock { contents throws(StorageFailure) in
            switch contents.state {
            case .writing(let hasher):
                let digests = hasher.finalize()
                contents.state = .finished(digests)
                return digests
            case .finished(let digests), .kept(let digests):
                return digests
            case .discarded:
                throw StorageFailure(.missing, "finish \(file.path): the file was discarded")
            }
        }
    }

    /// Reads `count` bytes from `offset` on, or as many as there are; none past the end.
    ///
    /// Also works while the file is written and after it was kept.
    package func read(at offset: Int, count: Int) throws(StorageFailure) -> [UInt8] {
        let available = byteCount
        guard offset >= 0, offset < available else { return [] }
        return try file.read(at: offset, count: min(count, available - offset))
    }

    /// Removes the file, unless it was kept.
    package func discard() {
        contents.withLock {
            if case .kept = $0.state { return }
            $0.state = .discarded
            release()
        }
    }

    /// Syncs the bytes, moves the file to `path`, and calls `settle`, which has to make the move last.
    ///
    /// May be called again where `settle` failed. Where the sync fails the file is discarded: the
    /// system reports lost bytes once, so that a second sync would prove nothing.
    func keep(
        to path: (SHA256Digest) throws(StorageFailure) -> String,
        settle: (String) throws(StorageFailure) -> Void
    ) throws(StorageFailure) {
        try contents.withLock { contents throws(StorageFailure) in
            switch contents.state {
            case .writing:
                throw StorageFailure(.other, "keep \(file.path): the file is not finished")
            case .discarded:
                throw StorageFailure(.missing, "keep \(file.path): the file was discarded")
            case .kept(let digests):
                try settle(try path(digests.sha256))
            case .finished(let digests):
                let target = try path(digests.sha256)
                contents.state = .discarded
                try removingOnFailure { () throws(StorageFailure) in
                    // Writing may have ended long ago, and a collector's grace period begins now.
                    try file.touch()
                    try file.sync()
                }
                contents.state = .finished(digests)
                try Folder.rename(file.path, to: target)
                contents.state = .kept(digests)
                try settle(target)
            }
        }
    }

    /// Gives the disk space back at once, although the file is still open.
    private func release() {
        // A file that cannot be removed is removed as stale at the next start. Where it turns out to
        // have another name (a network file system may carry out a rename and report that it
        // failed) its bytes are a blob's.
        try? Folder.remove(file.path)
        if (try? file.status().linkCount) == 0 { try? file.truncate() }
    }

    /// Lets go of the file when the disk fails, which matters most when it is full.
    private func removingOnFailure(
        _ work: () throws(StorageFailure) -> Void
    ) throws(StorageFailure) {
        do throws(StorageFailure) {
            try work()
        } catch {
            release()
            throw error
        }
    }

    /// Removes the files that dead processes have left in a staging folder.
    static func removeStale(in folder: String) throws(StorageFailure) {
        for name in try Folder.names(in: folder) {
            let path = "\(folder)/\(name)"
            do throws(StorageFailure) {
                let file = try OpenFile(path, for: .reading)
                if try file.lock() { try Folder.remove(path) }
            } catch {
                // Its owner was quicker.
                guard error.kind == .missing else { throw error }
            }
        }
    }
}

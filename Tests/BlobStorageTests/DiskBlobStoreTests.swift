import BlobStorage
import CheeseboardTesting
import Foundation
import Testing

@Suite struct `Blobs on disk` {
    private let folder: TemporaryFolder
    private let store: DiskBlobStore
    private let hello = Array("hello".utf8)

    init() throws {
        folder = try TemporaryFolder()
        store = try DiskBlobStore(folder: folder.path)
    }

    @Test func `a blob is found under its digest`() async throws {
        let digest = try await store.put(hello)
        let hex = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"
        #expect(digest.hex == hex)
        #expect(try folder.files(in: "blobs") == ["2c/f2/\(hex)"])
        #expect(store.path(of: digest) == "\(folder.path)/blobs/2c/f2/\(hex)")

        let blob = try #require(try await store.open(digest))
        #expect(blob.byteCount == 5)
        #expect(blob.localPath == store.path(of: digest))
        #expect(try await blob.read(at: 1, count: 3) == Array("ell".utf8))
        #expect(try await blob.read(at: 3, count: 100) == Array("lo".utf8))
        #expect(try await blob.read(at: 5, count: 1).isEmpty)
        #expect(try await blob.read(at: -1, count: 1).isEmpty)
    }

    @Test func `a missing blob is nil, and there is nothing to remove`() async throws {
        let digest = try #require(SHA256Digest(hex: String(repeating: "0", count: 64)))
        #expect(try await store.open(digest) == nil)
        #expect(try !store.removeBlocking(digest, keptBefore: .max))
    }

    @Test func `an open blob stays readable when it is removed`() async throws {
        let digest = try await store.put(hello)
        let blob = try #require(try await store.open(digest))
        #expect(try store.removeBlocking(digest, keptBefore: .max))
        #expect(try await store.open(digest) == nil)
        #expect(try await blob.read(at: 0, count: 5) == hello)
    }

    @Test func `a blob kept since the given time is not removed`() async throws {
        let digest = try await store.put(hello)
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 1000)],
            ofItemAtPath: store.path(of: digest))
        #expect(try !store.removeBlocking(digest, keptBefore: 1000))
        #expect(try await store.open(digest) != nil)
        #expect(try store.removeBlocking(digest, keptBefore: 1001))
        #expect(try await store.open(digest) == nil)
        #expect(try !store.removeBlocking(digest, keptBefore: 1001))
    }

    @Test func `a blob that another process removes while it is kept is not said to be kept`()
        async throws
    {
        let digest = try #require(
            SHA256Digest(hex: "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"))
        // The other process looked at an older blob of the same bytes and is about to remove it.
        let other = try ForeignLock(on: "\(folder.path)/removals.lock")
        let keeping = Task { try await store.put(hello) }
        let path = store.path(of: digest)
        while !FileManager.default.fileExists(atPath: path) { await Task.yield() }
        try FileManager.default.removeItem(atPath: path)
        other.release()
        await #expect(throws: StorageFailure.self) { try await keeping.value }
        #expect(try await store.put(hello) == digest)
    }

    @Test func `a blob that another process keeps anew is not removed as an old one`() async throws
    {
        let digest = try await store.put(hello)
        let path = store.path(of: digest)
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 1000)], ofItemAtPath: path)
        let other = try ForeignLock(on: "\(folder.path)/removals.lock")
        let removing = Task.detached {
            try store.removeBlocking(digest, keptBefore: 1001)
        }
        try FileManager.default.setAttributes([.modificationDate: Date()], ofItemAtPath: path)
        other.release()
        #expect(try await !removing.value)
        #expect(try await store.open(digest) != nil)
    }

    @Test func `a blob can be read on the caller's own thread`() async throws {
        let blob = try #require(try await store.open(try await store.put(hello)))
        #expect(try blob.readBlocking(at: 1, count: 9) == Array("ello".utf8))
        #expect(try blob.readBlocking(at: .max, count: .max).isEmpty)
    }

    @Test func `an empty blob is a blob`() async throws {
        let digest = try await store.put([])
        #expect(try await store.open(digest)?.byteCount == 0)
    }

    @Test func `equal content kept at once is one blob`() async throws {
        let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let digests = try await withThrowingTaskGroup(of: SHA256Digest.self) { group in
            for _ in 0..<24 { group.addTask { try await store.put(bytes) } }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        let digest = try #require(digests.first)
        #expect(digests.count == 1)
        #expect(try folder.files(in: "blobs").count == 1)
        #expect(try folder.files(in: "staging").isEmpty)
        #expect(try await store.open(digest)?.read(at: 0, count: .max) == bytes)
    }

    @Test func `keeping a blob again mends it and renews its time`() async throws {
        let digest = try await store.put(hello)
        let path = store.path(of: digest)
        try Data("hell".utf8).write(to: URL(filePath: path))
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 1000)], ofItemAtPath: path)
        _ = try await store.put(hello)
        #expect(try await store.open(digest)?.read(at: 0, count: 9) == hello)
        try await store.list { _, _, modified in #expect(modified > 1000) }
    }

    @Test func `the list names each blob with size and time, and nothing else`() async throws {
        var expected: [SHA256Digest: Int] = [:]
        for size in 0..<40 {
            expected[try await store.put([UInt8](repeating: 1, count: size))] = size
        }
        let blobs = "\(folder.path)/blobs"
        try Data().write(to: URL(filePath: "\(blobs)/stray"))
        let digest = try #require(expected.keys.min())
        try Data().write(to: URL(filePath: store.path(of: digest) + ".tmp"))
        let known = try #require(expected.keys.max())
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 1_600_000_000)],
            ofItemAtPath: store.path(of: known))

        var found: [SHA256Digest: Int] = [:]
        try await store.list { digest, byteCount, modified in
            #expect(found.updateValue(byteCount, forKey: digest) == nil)
            if digest == known { #expect(modified == 1_600_000_000) }
        }
        #expect(found == expected)
    }

    @Test func `an error of the visitor ends the list`() async throws {
        _ = try await store.put(hello)
        await #expect(throws: CocoaError.self) {
            try await store.list { _, _, _ in throw CocoaError(.userCancelled) }
        }
    }

    @Test func `a store that works passes its check and leaves nothing`() async throws {
        try await store.check()
        #expect(try folder.files(in: "staging").isEmpty)
    }

    @Test func `a store whose staging folder is gone fails its check`() async throws {
        try FileManager.default.removeItem(atPath: "\(folder.path)/staging")
        let failure = await #expect(throws: StorageFailure.self) { try await store.check() }
        #expect(failure?.kind == .missing)
        #expect(failure?.message.contains("\(folder.path)/staging") == true)
        await #expect(throws: StorageFailure.self) { try await store.put(hello) }
    }

    @Test func `a folder where the blob should be is an error`() async throws {
        let digest = try await store.put(hello)
        #expect(try store.removeBlocking(digest, keptBefore: .max))
        try FileManager.default.createDirectory(
            atPath: store.path(of: digest), withIntermediateDirectories: false)
        let failure = await #expect(throws: StorageFailure.self) { try await store.open(digest) }
        #expect(failure?.kind == .other)
        await #expect(throws: StorageFailure.self) { try await store.put(hello) }
        #expect(try folder.files(in: "staging").isEmpty)
    }

    @Test func `a link where the blob should be is not followed`() async throws {
        let digest = try await store.put(hello)
        let path = store.path(of: digest)
        try FileManager.default.moveItem(atPath: path, toPath: "\(folder.path)/elsewhere")
        try FileManager.default.createSymbolicLink(
            atPath: path, withDestinationPath: "\(folder.path)/elsewhere")
        await #expect(throws: StorageFailure.self) { try await store.open(digest) }
    }

    @Test func `missing folders are made, and a file in their place is an error`() async throws {
        let deep = try DiskBlobStore(folder: "\(folder.path)/a/b/c")
        #expect(try await deep.open(try await deep.put(hello)) != nil)
        try Data().write(to: URL(filePath: "\(folder.path)/file"))
        let failure = #expect(throws: StorageFailure.self) {
            try DiskBlobStore(folder: "\(folder.path)/file")
        }
        #expect(failure?.kind == .missing)
    }
}

@Suite struct `Files left in staging` {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        _ = try DiskBlobStore(folder: folder.path)
    }

    @Test func `a dead process's file is removed at the start`() throws {
        try Data("x".utf8).write(to: URL(filePath: "\(folder.path)/staging/1-left"))
        _ = try DiskBlobStore(folder: folder.path)
        #expect(try folder.files(in: "staging").isEmpty)
    }

    @Test func `a living process's file stays`() throws {
        let path = "\(folder.path)/staging/1-used"
        try Data("x".utf8).write(to: URL(filePath: path))
        let other = try ForeignLock(on: path)
        _ = try DiskBlobStore(folder: folder.path)
        #expect(try folder.files(in: "staging") == ["1-used"])
        other.release()
        _ = try DiskBlobStore(folder: folder.path)
        #expect(try folder.files(in: "staging").isEmpty)
    }

    @Test func `another store of this process keeps what it writes`() async throws {
        let store = try DiskBlobStore(folder: folder.path)
        let staged = try store.stage()
        try staged.append([1])
        _ = try DiskBlobStore(folder: folder.path)
        let digest = try staged.finish().sha256
        try await store.keep(staged)
        #expect(try await store.open(digest) != nil)
    }
}

@Suite(.enabled(if: SmallDisk.isAvailable)) struct `A full disk` {
    @Test func `a full disk is told as one and nothing is left on it`() async throws {
        let disk = try SmallDisk()
        let store = try DiskBlobStore(folder: disk.path)
        let staged = try store.stage()
        let failure = #expect(throws: StorageFailure.self) {
            for _ in 0..<20 { try staged.append([UInt8](repeating: 1, count: 10_000)) }
        }
        #expect(failure?.kind == .full)
        #expect(failure?.message.contains("write \(disk.path)/staging/") == true)
        #expect(try FileManager.default.contentsOfDirectory(atPath: "\(disk.path)/staging").isEmpty)
        // The space is free again at once.
        _ = try await store.put([UInt8](repeating: 2, count: 20_000))
    }
}

import BlobStorage
import CheeseboardTesting
import Foundation
import Testing

@Suite struct `A staged file` {
    private let folder: TemporaryFolder
    private let store: DiskBlobStore

    init() throws {
        folder = try TemporaryFolder()
        store = try DiskBlobStore(folder: folder.path)
    }

    @Test func `ten thousand bytes in odd pieces are hashed and stored as one`() async throws {
        var random = SeededRandom(seed: 3)
        let bytes = (0..<10_000).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        let staged = try store.stage()
        var rest = bytes[...]
        while !rest.isEmpty {
            let piece = rest.prefix(Int.random(in: 0...333, using: &random))
            try staged.append(piece)
            rest = rest.dropFirst(piece.count)
        }
        var hasher = FileHasher()
        hasher.update(bytes.span)
        #expect(staged.byteCount == 10_000)
        #expect(staged.digests == nil)
        #expect(try staged.finish() == hasher.finalize())
        #expect(staged.digests == hasher.finalize())

        try await store.keep(staged)
        let blob = try #require(try await store.open(hasher.finalize().sha256))
        #expect(try await blob.read(at: 0, count: 20_000) == bytes)
    }

    @Test func `any part can be read while it is written and after it was kept`() async throws {
        let staged = try store.stage()
        try staged.append(Array("hello".utf8))
        #expect(try staged.read(at: 1, count: 3) == Array("ell".utf8))
        try staged.append(Array(" world".utf8))
        try staged.finish()
        try await store.keep(staged)
        #expect(try staged.read(at: 6, count: 100) == Array("world".utf8))
    }

    @Test(arguments: [(-1, 4), (5, 1), (6, 1), (.max, 1), (0, 0), (2, -1), (.min, .max)])
    func `reading outside gives nothing`(_ offset: Int, _ count: Int) throws {
        let staged = try store.stage()
        try staged.append(Array("hello".utf8))
        #expect(try staged.read(at: offset, count: count).isEmpty)
        #expect(try staged.read(at: 4, count: .max) == Array("o".utf8))
    }

    @Test func `a file that is dropped unkept is gone`() throws {
        do {
            let staged = try store.stage()
            try staged.append([1, 2, 3])
            #expect(try folder.files(in: "staging").count == 1)
            #expect(staged.byteCount == 3)
        }
        #expect(try folder.files(in: "staging").isEmpty)
    }

    @Test func `a discarded file is gone and takes nothing more`() async throws {
        let staged = try store.stage()
        staged.discard()
        staged.discard()
        #expect(try folder.files(in: "staging").isEmpty)
        #expect(staged.digests == nil)
        #expect(throws: StorageFailure.self) { try staged.append([1]) }
        #expect(throws: StorageFailure.self) { try staged.finish() }
        await #expect(throws: StorageFailure.self) { try await store.keep(staged) }
    }

    @Test func `a file is kept when it is finished and not before`() async throws {
        let staged = try store.stage()
        try staged.append([1])
        await #expect(throws: StorageFailure.self) { try await store.keep(staged) }
        let digests = try staged.finish()
        #expect(try staged.finish() == digests)
        #expect(throws: StorageFailure.self) { try staged.append([2]) }
        try await store.keep(staged)
        #expect(try await store.open(digests.sha256)?.byteCount == 1)
    }

    @Test func `a blob's time is that of its keeping and not of its writing`() async throws {
        let staged = try store.stage()
        try staged.append([1])
        try staged.finish()
        let file = try #require(try folder.files(in: "staging").first)
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 1000)],
            ofItemAtPath: "\(folder.path)/staging/\(file)")
        try await store.keep(staged)
        try await store.list { _, _, modified in #expect(modified > 1000) }
    }

    @Test func `a kept file stays when it is discarded or kept again`() async throws {
        let staged = try store.stage()
        try staged.append([1])
        let digest = try staged.finish().sha256
        try await store.keep(staged)
        try await store.keep(staged)
        staged.discard()
        #expect(try staged.finish().sha256 == digest)
        #expect(staged.digests?.sha256 == digest)
        #expect(try await store.open(digest) != nil)
    }
}

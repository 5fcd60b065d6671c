import BlobStorage
import CheeseboardTesting
import Database
import PackageIndex
import PythonPackaging
import Synchronization
import Testing

@Suite struct `Publishing that fails late` {
    @Test(arguments: TestDriver.available)
    func `what is refused after its bytes were kept has no row, and the bytes are collected`(
        _ driver: TestDriver
    ) async throws {
        let hook = Hook()
        try await TestIndex.with(
            driver, clock: .atSystemTime(), blobs: { InterruptedBlobStore($0, afterKeep: hook) }
        ) { test in
            try await test.publish(.wheel())
            let before = try test.folder.files(in: "blobs")
            hook.set {
                try await test.index.archiveProject(try ProjectName("brie"), by: .machineOwner)
            }
            #expect(try await code { try await test.publish(.wheel("1.1")) } == .projectClosed)
            let listing = try await test.index.projectListing("brie", for: nil)
            #expect(listing?.versions == ["1.0"])
            #expect(try await test.index.lastSerial() == 5)
            // The file and its metadata lie there without a row.
            #expect(try test.folder.files(in: "blobs").count == before.count + 2)
            try await test.index.collectGarbage()
            #expect(try test.folder.files(in: "blobs").count == before.count + 2)
            test.clock.advance(by: .seconds(25 * 3600))
            try await test.index.collectGarbage()
            #expect(try test.folder.files(in: "blobs") == before)
        }
    }

    @Test func `a storage failure is no refusal and leaves no row`() async throws {
        let hook = Hook()
        try await TestIndex.with(blobs: { InterruptedBlobStore($0, afterKeep: hook) }) { test in
            hook.set { throw StorageBroken() }
            await #expect(throws: StorageBroken.self) { try await test.publish(.wheel()) }
            #expect(try await test.index.lastSerial() == 0)
            try await test.publish(.wheel())
        }
    }
}

private struct StorageBroken: Error {}

/// What is to happen once at a certain place.
final class Hook: Sendable {
    private let action = Mutex<(@Sendable () async throws -> Void)?>(nil)

    func set(_ action: @escaping @Sendable () async throws -> Void) {
        self.action.withLock { $0 = action }
    }

    func run() async throws {
        let action = self.action.withLock { action in
            defer { action = nil }
            return action
        }
        try await action?()
    }
}

/// A store on disk that lets something happen after a file is kept, or before one is opened, or
/// makes whoever reads wait at a gate.
struct InterruptedBlobStore: BlobStore {
    private let base: DiskBlobStore
    private let afterKeep: Hook
    private let beforeOpen: Hook
    private let gate: Gate?

    init(
        _ base: DiskBlobStore, afterKeep: Hook = Hook(), beforeOpen: Hook = Hook(),
        gate: Gate? = nil
    ) {
        self.base = base
        self.afterKeep = afterKeep
        self.beforeOpen = beforeOpen
        self.gate = gate
    }

    func stage() throws -> StagedFile { try base.stage() }

    func keep(_ staged: StagedFile) async throws {
        try await base.keep(staged)
        try await afterKeep.run()
    }

    func put(_ bytes: [UInt8]) async throws -> BlobStorage.SHA256Digest {
        try await base.put(bytes)
    }

    func open(_ digest: BlobStorage.SHA256Digest) async throws -> (any BlobReader)? {
        try await beforeOpen.run()
        let reader = try await base.open(digest)
        guard let reader, let gate else { return reader }
        return GatedReader(base: reader, gate: gate)
    }

    func removeBlocking(_ digest: BlobStorage.SHA256Digest, keptBefore: Int64) throws -> Bool {
        try base.removeBlocking(digest, keptBefore: keptBefore)
    }

    func list(
        _ body: (_ digest: BlobStorage.SHA256Digest, _ byteCount: Int, _ modified: Int64) throws
            -> Void
    ) async throws {
        try await base.list(body)
    }

    func check() async throws { try await base.check() }
}

private struct GatedReader: BlobReader {
    let base: any BlobReader
    let gate: Gate

    var byteCount: Int { base.byteCount }
    var localPath: String? { base.localPath }

    func read(at offset: Int, count: Int) async throws -> [UInt8] {
        try await base.read(at: offset, count: count)
    }

    func readBlocking(at offset: Int, count: Int) throws -> [UInt8] {
        gate.pass()
        return try base.readBlocking(at: offset, count: count)
    }
}

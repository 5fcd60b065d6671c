import BlobStorage
import Database
import Outbound
import PackageIndex
import Testing

@Suite struct `Kinds of failure` {
    @Test(arguments: [
        (DatabaseError.Kind.full, FailureKind.storageFull), (.busy, .unavailable),
        (.unavailable, .unavailable), (.uniqueViolation, .other), (.other, .other),
    ])
    func `tell a full disk and a database that is away from the rest`(
        _ kind: DatabaseError.Kind, _ expected: FailureKind
    ) {
        #expect(FailureKind(of: DatabaseError(kind, "no")) == expected)
    }

    @Test func `tell a renderer that does not start for now from the rest`() {
        #expect(FailureKind(of: RendererNotStarted(reason: "busy")) == .rendererUnavailable)
    }

    @Test func `anything else is anything else`() throws {
        #expect(FailureKind(of: CancellationError()) == .other)
        let error = try #require(throws: StorageFailure.self) {
            try DiskBlobStore(folder: "/dev/null/store")
        }
        #expect(FailureKind(of: error) == .other)
    }
}

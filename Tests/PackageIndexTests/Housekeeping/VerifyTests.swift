import BlobStorage
import CheeseboardTesting
import Foundation
import PackageIndex
import Testing

@Suite struct `Verifying storage` {
    @Test(arguments: TestDriver.available)
    func `finds what is missing, damaged and orphaned`(_ driver: TestDriver) async throws {
        try await TestIndex.with(driver, clock: .atSystemTime()) { test in
            try await test.publish(.wheel())
            try await test.publish(.sdist())
            try await test.publish(.wheel("1.1"))
            let orphan = try await test.index.blobs.put([1, 2, 3]).hex
            var result = try await test.index.verifyStorage()
            #expect(result.faults.isEmpty && result.blobs == 6 && result.files == 5)
            let files = try await test.index.projectListing("brie", for: nil)?.files ?? []
            let paths = Dictionary(
                uniqueKeysWithValues: try test.folder.files(in: "blobs").map {
                    (String($0.suffix(64)), "\(test.folder.path)/blobs/\($0)")
                })
            try FileManager.default.removeItem(atPath: try #require(paths[files[0].sha256]))
            try FileManager.default.removeItem(
                atPath: try #require(paths[files[2].metadataSHA256 ?? ""]))
            try Data([0]).write(
                to: URL(fileURLWithPath: try #require(paths[files[1].sha256])))
            test.clock.advance(by: .seconds(120))
            result = try await test.index.verifyStorage()
            #expect(result.faults.count == 4)
            #expect(result.faults.count { $0.isLoss } == 3)
            let empty = "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
            for fault in [
                StorageFault.missing(digest: files[0].sha256, filename: files[0].filename),
                .missing(
                    digest: files[2].metadataSHA256 ?? "",
                    filename: files[2].filename + ".metadata"),
                .wrongHash(digest: files[1].sha256, found: empty),
                .orphan(digest: orphan, byteCount: 3),
            ] {
                #expect(result.faults.contains(fault))
                #expect(!"\(fault)".isEmpty)
            }
        }
    }

    @Test func `a file whose bytes are lost is a failure, not a missing page`() async throws {
        try await TestIndex.with { test in
            try await test.publish(.wheel())
            let file = try #require(
                try await test.index.offeredFile(Sample.wheel().filename, for: nil))
            try FileManager.default.removeItem(atPath: "\(test.folder.path)/blobs")
            let error = try await #require(throws: (any Error).self) {
                _ = try await test.index.open(file, .content)
            }
            #expect(!(error is Refusal))
        }
    }

    @Test func `a healthy index says so`() async throws {
        try await TestIndex.with { test in
            try await test.index.checkHealth()
            try FileManager.default.removeItem(atPath: "\(test.folder.path)/staging")
            await #expect(throws: (any Error).self) { try await test.index.checkHealth() }
        }
    }
}

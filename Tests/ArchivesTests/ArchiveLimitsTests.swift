import Archives
import CheeseboardTesting
import Synchronization
import Testing

/// Limits that the fixtures of 3 members do not keep.
struct LimitCase: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var reason: ArchiveInvalid.Reason
    var tighten: @Sendable (inout ArchiveLimits) -> Void
}

@Suite struct `Limits of archives` {
    @Test(arguments: [
        LimitCase(testDescription: "members", reason: .tooManyMembers) { $0.maxMembers = 2 },
        LimitCase(testDescription: "path", reason: .invalidName) { $0.maxPathBytes = 8 },
        LimitCase(testDescription: "depth", reason: .invalidName) { $0.maxDepth = 1 },
        LimitCase(testDescription: "member", reason: .memberTooLarge) { $0.maxMemberBytes = 279 },
        LimitCase(testDescription: "total", reason: .archiveTooLarge) { $0.maxTotalBytes = 285 },
        LimitCase(testDescription: "time", reason: .outOfTime) { $0.isOutOfTime = { true } },
    ])
    func `are kept by both kinds`(limit: LimitCase) {
        var limits = ArchiveLimits.upload
        limit.tighten(&limits)
        let zip = ArchiveFixtures.refusal {
            _ = try ArchiveFixtures.open(ArchiveFixtures.zip().bytes(), limits)
        }
        #expect(zip?.reason == limit.reason)
        let tar = ArchiveFixtures.refusal {
            _ = try ArchiveFixtures.list(ArchiveFixtures.tar().gzipped(), .gzip, limits)
        }
        #expect(tar?.reason == limit.reason)
    }

    @Test func `a limit is the largest value that is accepted`() throws {
        let limits = ArchiveLimits(
            maxMembers: 3, maxPathBytes: 9, maxDepth: 2, maxMemberBytes: 280, maxTotalBytes: 286,
            maxCentralDirectoryBytes: 3 * 46 + 22)
        #expect(try ArchiveFixtures.open(ArchiveFixtures.zip().bytes(), limits).members.count == 3)
        var tar = limits
        tar.maxTotalBytes = 5 * 512 + 1024
        #expect(try ArchiveFixtures.list(ArchiveFixtures.tar().bytes(), .none, tar).count == 3)
    }

    @Test func `the time is asked for every member and every 64 KiB that come out`() throws {
        let content = [UInt8](repeating: 0, count: 1 << 20)
        var zip = ZipWriter()
        var tar = TarWriter()
        for number in 0..<10 {
            zip.add("pkg/\(number)", number == 0 ? content : [], .deflated)
            tar.addFile("pkg/\(number)", number == 0 ? content : [])
        }
        // All that comes out fits into one read of the file.
        #expect(zip.bytes().count < 4096)
        let asked = Mutex(0)
        let limits = ArchiveLimits(isOutOfTime: {
            asked.withLock { $0 += 1 }
            return false
        })
        try ArchiveFixtures.open(zip.bytes(), limits).verify()
        #expect(asked.withLock { $0 } >= 26)
        asked.withLock { $0 = 0 }
        _ = try ArchiveFixtures.list(tar.gzipped(), .gzip, limits)
        #expect(asked.withLock { $0 } >= 26)
    }

    @Test func `the central directory has a limit`() {
        let limits = ArchiveLimits(maxCentralDirectoryBytes: 100)
        let refusal = ArchiveFixtures.refusal {
            _ = try ArchiveFixtures.open(ArchiveFixtures.zip().bytes(), limits)
        }
        #expect(refusal?.reason == .headersTooLarge)
    }

    @Test func `the names of a tar file have a limit together`() {
        let limits = ArchiveLimits(maxCentralDirectoryBytes: 20)
        let refusal = ArchiveFixtures.refusal {
            _ = try ArchiveFixtures.list(ArchiveFixtures.tar().bytes(), .none, limits)
        }
        #expect(refusal?.reason == .headersTooLarge)
    }

    @Test func `the ratio counts above a floor`() throws {
        var writer = ZipWriter()
        writer.add("bomb", [UInt8](repeating: 0, count: 100_000), .deflated)
        let bytes = writer.bytes()
        var limits = ArchiveLimits.upload
        limits.ratioFloorBytes = 100_000
        #expect(try ArchiveFixtures.open(bytes, limits).members.count == 1)
        limits.ratioFloorBytes = 99_999
        let refusal = ArchiveFixtures.refusal { _ = try ArchiveFixtures.open(bytes, limits) }
        #expect(refusal?.reason == .tooCompressed)
        limits.maxRatio = 100_000
        #expect(try ArchiveFixtures.open(bytes, limits).members.count == 1)
    }

    @Test func `a gzip bomb is refused before it is unpacked`() {
        var writer = TarWriter()
        writer.addFile("pkg/bomb", [UInt8](repeating: 0, count: 3 << 20))
        let limits = ArchiveLimits(ratioFloorBytes: 1 << 20)
        let refusal = ArchiveFixtures.refusal {
            _ = try ArchiveFixtures.list(writer.gzipped(), .gzip, limits)
        }
        #expect(refusal?.reason == .tooCompressed)
    }

    @Test func `a zip bomb that hides its size is refused when it is read`() throws {
        var writer = ZipWriter()
        writer.add("bomb", [UInt8](repeating: 0, count: 10 << 20), .deflated)
        writer.entries[0].set { $0.uncompressedSize = 10 }
        let archive = try ArchiveFixtures.open(writer.bytes())
        let refusal = ArchiveFixtures.refusal { try archive.verify() }
        #expect(refusal?.reason == .wrongSize)
    }

    @Test func `sizes that no number can hold together are refused`() {
        var writer = ZipWriter()
        for name in ["a", "b", "c"] {
            var entry = ZipEntry(name, [], .deflated)
            entry.set { header in
                header.uncompressedSize = .max
                header.extra = ZipEntry.extraField(1, ZipEntry.words([UInt64(Int.max)]))
            }
            writer.entries.append(entry)
        }
        let limits = ArchiveLimits(maxMemberBytes: .max)
        let refusal = ArchiveFixtures.refusal {
            _ = try ArchiveFixtures.open(writer.bytes(), limits)
        }
        #expect(refusal?.reason == .archiveTooLarge)
    }

    @Test func `an extended tar header has a limit`() {
        var writer = TarWriter()
        writer.addFile(String(repeating: "n", count: 300), "x")
        let limits = ArchiveLimits(maxExtendedHeaderBytes: 100)
        let refusal = ArchiveFixtures.refusal {
            _ = try ArchiveFixtures.list(writer.bytes(), .none, limits)
        }
        #expect(refusal?.reason == .headersTooLarge)
    }

    @Test func `every refusal says where and has a stable name`() {
        let names = ArchiveInvalid.Reason.allCases.map(\.rawValue)
        #expect(Set(names).count == names.count)
        let refusal = ArchiveInvalid(reason: .malformed, message: "broken", offset: 7)
        #expect(refusal.description == "broken (at byte 7)")
        #expect(ArchiveError.invalid(refusal).description == "broken (at byte 7)")
    }
}

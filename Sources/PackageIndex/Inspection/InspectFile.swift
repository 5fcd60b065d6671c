import Archives
import BlobStorage
import Database
import Foundation
import PythonPackaging

/// What a look inside a published file found; kept as JSON, with the number of its rules.
///
/// It holds raw facts, so that a file can be graded again without being read again.
struct InspectionReport: Codable, Equatable {
    /// How many members the archive has, folders apart.
    let members: Int
    /// What they take once unpacked, in bytes.
    let unpackedBytes: Int
    /// The largest member, in bytes.
    let largestBytes: Int
    /// Whether the distribution says that it carries type hints (PEP 561).
    let isTyped: Bool

    /// The native code, for a wheel.
    var native: WheelReport?

    /// The version of what a report says, which goes up with each change of it.
    ///
    /// 2: the native code. 3: its traits for the figures of the index. 4: what was not read is an error,
    /// and signatures are held against their digests. 5: needs that were not read are an error too.
    private static let version = 5

    /// The number of all rules behind a report: of what it says, and of the grades in it.
    ///
    /// A report of a smaller number is made again by `audit --stored`.
    static let rubric = 1000 * version + Rubric.version

    /// Whether a report of an older number says all that today's would, its grades apart.
    static func lacksOnlyGrades(_ number: Int) -> Bool {
        number < rubric && number / 1000 == version
    }

    init(_ content: DistributionContent, native: WheelReport?) {
        self.native = native
        members = content.members.count
        unpackedBytes = content.unpackedBytes
        largestBytes = content.members.map(\.size).max() ?? 0
        isTyped = content.members.contains { $0.path.hasSuffix("/py.typed") }
    }
}

extension Index {
    /// Makes the report of a published file, or grades the one that it has anew where it only lacks
    /// today's grades; a file that is gone needs none.
    func inspectFile(_ id: Int64) async throws -> JobResult {
        if let report = try await regradedReport(of: id) {
            return try keeping(report, of: id)
        }
        guard let report = try await newReport(of: id) else { return { _ in } }
        return try keeping(report, of: id)
    }

    /// Looks inside a published file; nil where it is gone.
    ///
    /// Reading the whole blob back also shows early whether storage kept what it was given.
    private func newReport(of id: Int64) async throws -> InspectionReport? {
        let row = try await database.read { connection in
            try connection.row("SELECT filename, sha256 FROM files WHERE id = $1", id)
        }
        guard let row else { return nil }
        let filename = try DistributionFilename(try row.get("filename") as String)
        let digest = try PublishedFile.digest(try row.get("sha256"))
        guard let blob = try await blobs.open(digest) else { throw BlobMissing(digest: digest) }
        return try await judging.run { [time = settings.judgingTime] in
            let source = BlobByteSource(blob)
            let content = try DistributionContent(
                source, name: filename, limits: .upload(within: time))
            guard case .wheel(let wheel) = filename else {
                return InspectionReport(content, native: nil)
            }
            var limits = WheelInspectionLimits(
                temporaryFolder: FileManager.default.temporaryDirectory.path)
            // A job has time for what an upload has not: large wheels take minutes where much is done.
            limits.archive = .upload(within: time * 3)
            let native = try InspectWheel(limits: limits).report(
                of: source, named: wheel, path: wheel.text, sha256: digest.hex)
            return InspectionReport(content, native: native)
        }
    }

    /// Writes a report and what the figures of the index take from it.
    private func keeping(_ report: InspectionReport, of id: Int64) throws -> JobResult {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let text = String(decoding: try encoder.encode(report), as: UTF8.self)
        let now = clock.now()
        return { connection in
            try connection.run(
                """
                INSERT INTO inspections (file_id, rubric, report, inspected_at)
                VALUES ($1, $2, $3, $4)
                ON CONFLICT (file_id) DO UPDATE SET
                    rubric = excluded.rubric, report = excluded.report,
                    inspected_at = excluded.inspected_at
                """, id, InspectionReport.rubric, text, now.microseconds)
            if let native = report.native {
                try NativeTraits(native).keep(of: id, in: connection)
            }
            try PageChange.note(.file(id), at: now, in: connection)
        }
    }
}

/// A row names a blob that storage does not have.
struct BlobMissing: Error {
    let digest: BlobStorage.SHA256Digest
}

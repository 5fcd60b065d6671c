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
    /// and signatures are held against their digests. 5: languages by more marks, of which the name of a
    /// compiler of C is none, versions of bindings and vendored libraries; Clang's checks of Windows'
    /// cookie count, abi3 modules for one release of Windows' Python are told, needs that were not read
    /// are an error too, and SBOMs are read in more forms.
    private static let version = 5

    /// The number of all rules behind a report: of what it says, and of the grades in it.
    ///
    /// A report of a smaller number is made again by `audit --stored`.
    static let rubric = 1000 * version + Rubric.version

    /// Whether a report of an older number says all that today's would, its grades apart.
    static func lacksOnlyGrades(_ number: Int) -> Bool {
        number < rubric && number / 1000 == version
    }

    /// The report of what could be read in time; content that could not counts as none.
    init(_ content: DistributionContent?, native: WheelReport?) {
        self.native = native
        let members = content?.members ?? []
        self.members = members.count
        unpackedBytes = content?.unpackedBytes ?? 0
        largestBytes = members.map(\.size).max() ?? 0
        isTyped = members.contains { $0.path.hasSuffix("/py.typed") }
    }

    /// What it adds to the figures of the index; nothing for a file that is no wheel, and for a wheel
    /// of which nothing could be read, which does not make it one without native code.
    var traits: NativeTraits? {
        guard let native, native.errors.isEmpty || !native.files.isEmpty else { return nil }
        return NativeTraits(native)
    }
}

extension InspectionReport {
    /// Reads a file, all of it within one time; the report of one that takes longer says so.
    static func make(
        of source: BlobByteSource, named filename: DistributionFilename, sha256: String,
        limits: ArchiveLimits
    ) throws -> InspectionReport {
        var content: DistributionContent?
        do {
            content = try DistributionContent(source, name: filename, limits: limits)
            guard case .wheel(let wheel) = filename else {
                return InspectionReport(content, native: nil)
            }
            var wheelLimits = WheelInspectionLimits(
                temporaryFolder: FileManager.default.temporaryDirectory.path)
            wheelLimits.archive = limits
            let native = try InspectWheel(limits: wheelLimits).report(
                of: source, named: wheel, path: wheel.text, sha256: sha256)
            return InspectionReport(content, native: native)
        } catch ArchiveError.invalid(let invalid) where invalid.reason == .outOfTime {
            var native: WheelReport?
            if case .wheel(let wheel) = filename {
                native = WheelReport(named: wheel, path: wheel.text, sha256: sha256)
                native?.errors = [invalid.message]
            }
            return InspectionReport(content, native: native)
        }
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
    /// Reading the whole blob back also shows early whether storage kept what it was given. A file
    /// that takes too long would take as long again: its report says so and stands.
    private func newReport(of id: Int64) async throws -> InspectionReport? {
        let row = try await database.read { connection in
            try connection.row("SELECT filename, sha256 FROM files WHERE id = $1", id)
        }
        guard let row else { return nil }
        let filename = try DistributionFilename(try row.get("filename") as String)
        let digest = try PublishedFile.digest(try row.get("sha256"))
        guard let blob = try await blobs.open(digest) else { throw BlobMissing(digest: digest) }
        return try await inspecting.run { [time = settings.inspectionTime] in
            try InspectionReport.make(
                of: BlobByteSource(blob), named: filename, sha256: digest.hex,
                limits: .upload(within: time))
        }
    }

    /// Writes a report and what the figures of the index take from it.
    private func keeping(_ report: InspectionReport, of id: Int64) throws -> JobResult {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let text = String(decoding: try encoder.encode(report), as: UTF8.self)
        let (traits, now) = (report.traits, clock.now())
        return { connection in
            try connection.run(
                """
                INSERT INTO inspections (file_id, rubric, report, inspected_at)
                VALUES ($1, $2, $3, $4)
                ON CONFLICT (file_id) DO UPDATE SET
                    rubric = excluded.rubric, report = excluded.report,
                    inspected_at = excluded.inspected_at
                """, id, InspectionReport.rubric, text, now.microseconds)
            if let traits {
                try traits.keep(of: id, in: connection)
            } else {
                // Of what an older report told nothing is known any more.
                try NativeTraits.remove(of: id, in: connection)
            }
            try PageChange.note(.file(id), at: now, in: connection)
        }
    }
}

/// A row names a blob that storage does not have.
struct BlobMissing: Error {
    let digest: BlobStorage.SHA256Digest
}

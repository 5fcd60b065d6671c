package import Archives
import NativeInspection
package import PythonPackaging

/// Looks into every native file of a wheel and puts together what is known.
///
/// Members are told by their first bytes, never by their names, and each is inflated once. What one
/// member has wrong stands in the report and costs nothing of the rest.
package struct InspectWheel: Sendable {
    /// How much is looked at, and how much memory that may take.
    package var limits: WheelInspectionLimits

    /// An inspection within limits.
    package init(limits: WheelInspectionLimits) {
        self.limits = limits
    }

    /// The report of a wheel with its grades.
    ///
    /// - Parameters:
    ///   - source: The wheel's bytes.
    ///   - filename: The wheel's file name, whose tags are held against the content.
    ///   - path: Where the wheel was read, for the report.
    ///   - sha256: The wheel's digest in hexadecimal, where it is known.
    /// - Returns: The report.
    /// - Throws: `ArchiveError` where the wheel is no zip file that can be read.
    package func report(
        of source: any ByteSource, named filename: WheelFilename, path: String,
        sha256: String? = nil
    ) throws -> WheelReport {
        var report = WheelReport(named: filename, path: path, sha256: sha256)
        try inspect(
            try ArchivedMembers(source, limits: limits.archive), tags: filename.tags.sorted(),
            into: &report)
        return report
    }

    /// The report of what was installed from a wheel, by its `.dist-info` folder.
    ///
    /// The tags are those that WHEEL names; there is no file name and no digest any more.
    ///
    /// - Parameters:
    ///   - distInfo: The path of the `.dist-info` folder.
    ///   - open: Opens a file for reading; nil where there is none.
    /// - Returns: The report.
    /// - Throws: ``InstallationUnreadable`` where RECORD or the folder's name tells nothing.
    package func report(
        ofInstalled distInfo: String, open: (String) -> (any ByteSource)?
    ) throws -> WheelReport {
        let steps = distInfo.split(separator: "/", omittingEmptySubsequences: false)
        let folder = steps.dropLast().joined(separator: "/")
        let words = (steps.last ?? "").dropLast(".dist-info".count).split(separator: "-")
        guard words.count == 2, let project = try? ProjectName(String(words[0])) else {
            throw InstallationUnreadable("the folder's name is not NAME-VERSION.dist-info")
        }
        guard let record = open("\(distInfo)/RECORD") else {
            throw InstallationUnreadable("it has no RECORD, so that its files are not known")
        }
        let members: InstalledMembers
        do {
            let bytes = try record.read(at: 0, count: min(record.byteCount, limits.recordBytes))
            members = try InstalledMembers(
                in: folder.isEmpty ? "." : folder, record: bytes, open: open)
        } catch let invalid as WheelRecord.Invalid {
            throw InstallationUnreadable("its RECORD cannot be read: \(invalid.message)")
        }
        let description = try Self.description(of: members).flatMap {
            try? WheelDescription(parsing: $0)
        }
        var report = WheelReport(
            path: distInfo, filename: String(steps.last ?? ""), project: project.normalized,
            version: String(words[1]),
            tags: TagReport(claimed: [], computed: nil, truthful: true, why: []))
        try inspect(members, tags: (description?.tags ?? []).sorted(), into: &report)
        return report
    }

    /// The format of a file whose bytes could not be read.
    private static let unknownFormat = "unknown"

    private func inspect(
        _ members: some WheelMembers, tags: [CompatibilityTag], into report: inout WheelReport
    ) throws {
        let (labelled, isWhole) = try inspectFiles(
            of: members, claim: StableABI.claim(ofTags: tags.map { ($0.python, $0.abi) }),
            into: &report)
        let names = Set(members.paths.compactMap { $0.split(separator: "/").last.map(String.init) })
        let truth = TagTruth(
            tags: tags.map { (python: $0.python, abi: $0.abi, platform: $0.platform) },
            files: labelled, shipped: names)
        report.tags = truth.report(stableABI: report.files.map { ($0.path, $0.abi3) })
        // What was not looked at may ask for more than the rest.
        let unread = report.files.filter { $0.format == Self.unknownFormat }.map(\.path)
        if !isWhole || !unread.isEmpty { report.tags.computed = nil }
        if let path = unread.first { report.tags.why.append("\(path) could not be read") }
        try readMetadata(of: members, into: &report)
        report.regrade()
    }

    /// Inspects the native files, up to the first that is beyond a limit.
    private func inspectFiles(
        of members: some WheelMembers, claim: StableABI.Claim, into report: inout WheelReport
    ) throws -> (labelled: [LabelledFile], isWhole: Bool) {
        let inspect = InspectNativeFile(limits: limits.native)
        var labelled: [LabelledFile] = []
        var quota = InspectionQuota(limits)
        for path in members.paths {
            try limits.archive.requireTime()
            let file: NativeFileReport
            var inspected: InspectNativeFile.Inspected?
            do {
                guard let (content, digest) = try members.native(path, limits: limits),
                    let found = try inspect.inspect(
                        TimedSource(source: content, limits: limits.archive), path: path,
                        sha256: digest, claim: claim)
                else { continue }
                file = found.report
                inspected = found
            } catch let error where !error.endsInspection {
                let place = FilePlace(path: path, slices: [])
                var broken = NativeFileReport(
                    path: path, size: members.size(of: path), format: Self.unknownFormat,
                    role: place.role, origin: place.origin)
                broken.error = "it could not be read: \(error)"
                file = broken
            }
            if let objection = quota.objection(to: file) {
                report.errors.append(objection)
                return (labelled, false)
            }
            report.files.append(file)
            if let inspected {
                report.errors += inspected.problems
                labelled.append(inspected.labelled)
            }
        }
        return (labelled, true)
    }
}

extension WheelReport {
    /// What the name of a wheel tells before anything in it was read.
    init(named filename: WheelFilename, path: String, sha256: String?) {
        self.init(
            path: path, filename: filename.text, project: filename.name.normalized,
            version: filename.version.description,
            tags: TagReport(
                claimed: filename.tags.sorted().map(\.description), computed: nil, truthful: true,
                why: []))
        self.sha256 = sha256
    }
}

/// Why what was installed cannot be told.
package struct InstallationUnreadable: Error, CustomStringConvertible {
    /// The sentence.
    package let description: String

    init(_ description: String) {
        self.description = description
    }
}

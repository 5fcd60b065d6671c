package import Archives
package import BlobStorage
package import PythonPackaging

/// One file under examination: what is known of it, each part worked out once and when first asked
/// for.
///
/// It reads the file as it goes, so it belongs on a thread that may block.
package final class UploadExamination {
    /// The file's name as the client gave it.
    package let filename: String
    /// The file's bytes.
    package let source: any ByteSource
    /// The digests of the file's bytes; nil where nobody computed them.
    package let digests: FileDigests?
    /// The form it came with; nil where a file is checked without an upload.
    package let form: UploadForm?
    /// What the index holds already; nil where no index was asked.
    package var facts: PublicationFacts?
    /// Why the description does not render; nil where it does, or nobody tried.
    package var descriptionProblem: String?
    /// Things that are wrong but accepted.
    package var warnings: [UploadWarning] = []

    let settings: IndexSettings
    let now: Timestamp

    private var parsedName: Result<DistributionFilename, any Error>?
    private var openedContent: Result<DistributionContent, any Error>?
    private var parsedMetadata: Result<CoreMetadata, any Error>?
    var inspectedCode: Result<[NativeFinding], any Error>?

    /// Begins an examination.
    package init(
        filename: String, source: any ByteSource, digests: FileDigests? = nil,
        form: UploadForm? = nil, facts: PublicationFacts? = nil, settings: IndexSettings,
        now: Timestamp
    ) {
        self.filename = filename
        self.source = source
        self.digests = digests
        self.form = form
        self.facts = facts
        self.settings = settings
        self.now = now
    }

    /// Runs the policies of one stage; the first refusal ends it.
    package func run(_ stage: UploadPolicy.Stage) throws {
        for policy in UploadPolicies.of(stage, in: settings.profile) { try policy.check(self) }
    }

    /// The file's name, taken apart.
    package func name() throws -> DistributionFilename {
        try remembered(&parsedName) {
            do {
                return try DistributionFilename(filename)
            } catch let error as DistributionFilename.Invalid {
                throw Refusal(
                    .filenameInvalid,
                    "Filename '\(Shown.short(filename, limit: 120))' is invalid: \(error.message)")
            }
        }
    }

    /// What is inside the file.
    package func content() throws -> DistributionContent {
        try remembered(&openedContent) {
            do {
                return try DistributionContent(
                    source, name: try name(), limits: .upload(within: settings.judgingTime))
            } catch let error as ArchiveError {
                throw try Self.refusal(error)
            }
        }
    }

    /// The metadata in the file, with fields that it is too old for; a policy judges those.
    package func metadata() throws -> CoreMetadata {
        try remembered(&parsedMetadata) {
            let bytes = try boundedMetadata()
            do {
                return try CoreMetadata(
                    Self.tolerated(RawMetadata(parsing: bytes)), allowsNewerFields: true)
            } catch let invalid as CoreMetadata.Invalid {
                let first = invalid.errors.first
                throw Refusal(
                    .metadataInvalid,
                    "The file's metadata is invalid. "
                        + "\(first?.field ?? "metadata"): \(Shown.short(first?.message ?? "", limit: 300))"
                )
            }
        }
    }

    /// The bytes of METADATA or PKG-INFO, which are not more than can be read safely.
    func boundedMetadata() throws -> [UInt8] {
        let bytes = try content().metadata
        do throws(MetadataLimits.Exceeded) {
            try DistributionLimits.metadata.check(bytes)
        } catch {
            throw Refusal(
                .metadataInvalid,
                "The file's metadata is too large: \(Shown.short(error.message, limit: 300)).")
        }
        return bytes
    }

    /// The metadata without what setuptools wrote for years: the word UNKNOWN in the place of what
    /// nobody had said, and `License-File` before its version had it.
    private static func tolerated(_ raw: RawMetadata) -> RawMetadata {
        var raw = raw
        for field in MetadataField.allCases
        where ![.metadataVersion, .name, .version].contains(field) {
            let values = raw.values(of: field)
            if values.count == 1, values[0].trimmingWhitespace == "UNKNOWN" {
                raw = raw.without(field)
            }
        }
        let version = raw.text(of: .metadataVersion).flatMap(MetadataVersion.init(rawValue:))
        guard let version, version < .v2_4 else { return raw }
        return raw.without(.licenseFile)
    }

    /// Notes something that is wrong but accepted.
    func warn(_ code: RefusalCode, _ message: String) {
        warnings.append(UploadWarning(code: code, message: message))
    }

    /// An archive's fault as a refusal; a failure to read it stays a failure.
    static func refusal(_ error: ArchiveError) throws -> Refusal {
        switch error {
        case .invalid(let invalid) where invalid.reason == .outOfTime:
            Refusal(
                .archiveTooSlow,
                "Invalid distribution file. It takes too long to read everything inside.")
        case .invalid(let invalid):
            Refusal(
                .archiveInvalid,
                "Invalid distribution file. \(Shown.short("\(invalid)", limit: 300)).")
        case .source(let failure): throw failure
        }
    }

    func remembered<T>(
        _ memory: inout Result<T, any Error>?, _ work: () throws -> T
    ) throws -> T {
        if let memory { return try memory.get() }
        let result = Result { try work() }
        memory = result
        return try result.get()
    }
}

/// Something that is wrong with an upload but does not stop it.
package struct UploadWarning: Sendable, Equatable {
    /// The rule that would refuse it in a stricter profile.
    package let code: RefusalCode
    /// What is wrong.
    package let message: String
}

extension UploadExamination {
    /// Runs every policy that needs no index and collects all refusals, each once.
    package func allRefusals() throws -> [Refusal] {
        var refusals: [Refusal] = []
        for stage in UploadPolicy.Stage.allCases where stage != .index {
            for policy in UploadPolicies.of(stage, in: settings.profile) {
                do {
                    try policy.check(self)
                } catch let refusal as Refusal {
                    // A fault that several policies meet on their way is told once.
                    if !refusals.contains(refusal) { refusals.append(refusal) }
                }
            }
        }
        return refusals
    }
}

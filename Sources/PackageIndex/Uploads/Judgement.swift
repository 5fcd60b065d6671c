import PythonPackaging

/// What is known of an upload once its form and its name have passed.
struct Judgement: Sendable {
    let project: ProjectName
    let filename: DistributionFilename

    /// Asks the policies that need the form and the file's name, size and digests.
    static func form(
        _ upload: Upload, settings: IndexSettings, now: Timestamp
    ) throws -> Judgement {
        let examination = upload.examination(facts: nil, settings: settings, now: now)
        try examination.run(.form)
        try examination.run(.file)
        return Judgement(
            project: try upload.form.projectName(), filename: try examination.name())
    }

    /// Asks the policies that look inside the file.
    static func content(
        _ upload: Upload, facts: PublicationFacts, settings: IndexSettings, now: Timestamp
    ) throws -> JudgedContent {
        let examination = upload.examination(facts: facts, settings: settings, now: now)
        try examination.run(.content)
        let content = try examination.content()
        let metadata = try examination.metadata()
        return JudgedContent(
            name: metadata.name.spelling, release: ReleaseMetadata(metadata),
            requiresPython: metadata.raw.text(of: .requiresPython),
            wheelMetadata: content.wheel == nil ? nil : content.metadata,
            warnings: examination.warnings)
    }
}

/// What is taken over from inside a file that passed.
struct JudgedContent: Sendable {
    /// The project's name as the metadata spells it.
    let name: String
    let release: ReleaseMetadata
    let requiresPython: String?
    /// The exact bytes of METADATA; nil for a source distribution, whose metadata is not offered.
    let wheelMetadata: [UInt8]?
    let warnings: [UploadWarning]
}

extension Upload {
    func examination(
        facts: PublicationFacts?, settings: IndexSettings, now: Timestamp
    ) -> UploadExamination {
        UploadExamination(
            filename: form.filename, source: file, digests: digests, form: form, facts: facts,
            settings: settings, now: now)
    }
}

extension Optional {
    /// The value transformed by work that waits; nil for nil.
    nonisolated(nonsending) func asyncMap<T>(
        _ transform: (Wrapped) async throws -> T
    ) async rethrows -> T? {
        guard let value = self else { return nil }
        return try await transform(value)
    }
}

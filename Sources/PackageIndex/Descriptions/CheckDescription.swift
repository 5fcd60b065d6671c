import Outbound

extension Index {
    /// Asks the policy about the description of an upload, where there is something to render it
    /// with; hands back warnings.
    func checkDescription(
        of upload: Upload, _ metadata: ReleaseMetadata
    ) async throws -> [UploadWarning] {
        guard let descriptionRenderer, let description = metadata.description else { return [] }
        let problem: String?
        do {
            problem = try await DescriptionOutcome(
                of: description, contentType: metadata.descriptionContentType,
                by: descriptionRenderer
            ).problem
        } catch is RendererMissing {
            return []
        } catch is RendererNotStarted where settings.profile == .private {
            // Where the rule refuses, the upload fails instead: it must not pass unasked.
            return []
        }
        let examination = upload.examination(facts: nil, settings: settings, now: clock.now())
        examination.descriptionProblem = problem.map {
            let type =
                metadata.descriptionContentType.map { "for '\(Shown.short($0))'" }
                ?? "in the default format of reStructuredText"
            return "The description failed to render \(type): \($0)"
        }
        try examination.run(.description)
        return examination.warnings
    }
}

/// The rule about descriptions, which only a server with a renderer can ask.
enum DescriptionPolicy {
    static let renders = UploadPolicy(
        "description-renders", .description,
        "The description renders in its format, where there is a renderer; `private` only warns."
    ) { examination in
        guard let problem = examination.descriptionProblem else { return }
        guard examination.settings.profile == .pypi else {
            examination.warn(.descriptionUnrenderable, problem)
            return
        }
        throw Refusal(.descriptionUnrenderable, problem)
    }
}

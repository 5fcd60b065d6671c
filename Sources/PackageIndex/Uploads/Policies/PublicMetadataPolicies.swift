import PythonPackaging

/// What a public index asks of metadata beyond its specification.
enum PublicMetadataPolicies {
    /// The longest summary, in characters.
    static let longestSummary = 512
    /// The longest label of a project URL, in characters.
    static let longestLabel = 32

    static let all: [UploadPolicy] = [
        policy("direct-urls", "No dependency is a direct URL.") { metadata in
            let requirements =
                metadata.requiresDist
                + (metadata.providesDist + metadata.obsoletesDist).compactMap {
                    try? Requirement($0)
                }
            if let direct = requirements.first(where: { $0.url != nil }) {
                throw Refusal(
                    .directURL, "Can't have direct dependency: \(Shown.short(direct.description)).")
            }
        },
        policy("related-projects", "Provides-Dist and Obsoletes-Dist are requirements.") {
            metadata in
            for (field, texts) in [
                ("provides-dist", metadata.providesDist),
                ("obsoletes-dist", metadata.obsoletesDist),
            ] {
                for text in texts where (try? Requirement(text)) == nil {
                    throw Refusal(
                        .metadataInvalid,
                        "\(field): '\(Shown.short(text))' is not a requirement.")
                }
            }
        },
        policy("classifiers", "Every classifier is in the list and not deprecated.") { metadata in
            for classifier in metadata.classifiers
            where !Classifiers.isKnown(classifier)
                || Classifiers.replacements(of: classifier) != nil
            {
                throw unknown(classifier)
            }
        },
        policy("summary", "The summary has at most 512 characters.") { metadata in
            guard metadata.summary?.count ?? 0 <= longestSummary else {
                throw Refusal(
                    .metadataInvalid, "summary: the text is over \(longestSummary) characters.")
            }
        },
        policy("urls", "Every URL is http or https, and every label has 1 to 32 characters.") {
            metadata in
            for (field, url) in [
                ("home-page", metadata.homePage), ("download-url", metadata.downloadURL),
            ] {
                guard let url, !url.isEmpty else { continue }
                guard ProjectURL.isValidHTTPURL(url) else { throw invalid(field, url) }
            }
            for link in metadata.projectURLs {
                guard (1...longestLabel).contains(link.label.count) else {
                    throw Refusal(
                        .metadataInvalid,
                        "project-url: the label '\(Shown.short(link.label))' needs 1 to "
                            + "\(longestLabel) characters.")
                }
                guard ProjectURL.isValidHTTPURL(link.url) else {
                    throw invalid("project-url", link.url)
                }
            }
        },
        policy("email", "The first address in Author-email and in Maintainer-email is one.") {
            metadata in
            for (field, text) in [
                ("author-email", metadata.authorEmail),
                ("maintainer-email", metadata.maintainerEmail),
            ] {
                guard let text, !text.isEmpty else { continue }
                guard AddressField.beginsWithAddress(text) else {
                    throw Refusal(
                        .metadataInvalid,
                        "\(field): '\(Shown.short(text))' is not a valid email address.")
                }
            }
        },
    ]

    private static func policy(
        _ name: String, _ summary: String, check: @escaping @Sendable (CoreMetadata) throws -> Void
    ) -> UploadPolicy {
        UploadPolicy(name, .content, in: [.pypi], summary) { try check(try $0.metadata()) }
    }

    private static func unknown(_ classifier: String) -> Refusal {
        let shown = Shown.short(classifier, limit: 120)
        guard let replacements = Classifiers.replacements(of: classifier) else {
            return Refusal(
                .classifierUnknown, "classifiers: '\(shown)' is not a valid classifier.")
        }
        let advice =
            replacements.isEmpty
            ? "" : " Use instead: \(replacements.map { "'\($0)'" }.joined(separator: ", "))."
        return Refusal(.classifierUnknown, "classifiers: '\(shown)' is deprecated.\(advice)")
    }

    private static func invalid(_ field: String, _ url: String) -> Refusal {
        Refusal(.metadataInvalid, "\(field): '\(Shown.short(url))' is not a valid URL.")
    }
}

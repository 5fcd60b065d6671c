import Database

/// A release's description as a page shows it.
package struct ShownDescription: Sendable, Equatable {
    /// HTML that is safe to stand in a page as it is; empty where there is no description.
    package let html: String
    /// Whether it is the text itself, for want of a rendering.
    package let isPlain: Bool
    /// Why it could not be rendered; nil where it was, or waits.
    package let problem: String?
    /// What the page may load images from, for its content security policy.
    package let imageSources: String
}

extension Index {
    /// A release's description, as the settings want its images; the escaped text where it was not
    /// rendered.
    package func description(of detail: ReleaseDetail) async throws -> ShownDescription {
        let images = settings.descriptionImages
        let project = detail.listing.project.id
        let row = try await database.read { connection in
            try connection.row(
                """
                SELECT descriptions.html, descriptions.problem FROM descriptions
                JOIN releases ON releases.id = descriptions.release_id
                WHERE releases.project_id = $1 AND releases.version = $2
                  AND releases.deleted_at IS NULL
                """, project, detail.version)
        }
        let stored = try row.flatMap { try $0.get("html") as String? }
        if let html = Self.descriptionHTML(stored, images) {
            return ShownDescription(
                html: html, isPlain: false, problem: nil,
                imageSources: images.contentSecuritySources)
        }
        let text = detail.metadata.description ?? ""
        return ShownDescription(
            html: text.isEmpty ? "" : "<pre>\(Self.escaped(text))</pre>", isPlain: true,
            problem: try row.flatMap { try $0.get("problem") as String? }, imageSources: "'self'")
    }

    /// Stored HTML as a page may show it, checked once more; nil where it is none.
    static func descriptionHTML(_ stored: String?, _ images: DescriptionImages) -> String? {
        stored.flatMap { try? SafeHTML(checking: $0) }?.text(images: images)
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
            .replacing("\u{0}", with: "")
    }
}

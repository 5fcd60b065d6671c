package import Outbound
import PythonPackaging

/// What became of a description: HTML that was checked, or what is wrong with it.
package struct DescriptionOutcome: Sendable, Equatable {
    /// The HTML; nil where there is none.
    package let html: String?
    /// Why there is none; nil where there is, or there was no text.
    package let problem: String?

    /// Renders a description and checks what comes out.
    ///
    /// - Throws: `RendererMissing` where nothing can be rendered, `RendererNotStarted` where
    ///   nothing can for now.
    package init(
        of text: String, contentType: String?, by renderer: DescriptionRenderer
    ) async throws {
        guard !text.isEmpty else {
            self.init(html: nil, problem: nil)
            return
        }
        do {
            let rendering = try await renderer.render(Self.source(text, contentType))
            guard let html = rendering.html else {
                let problem = rendering.problem?.split(whereSeparator: \.isNewline).first
                self.init(
                    html: nil,
                    problem: problem.map { Shown.short(String($0), limit: 300) }
                        ?? "it is not what its type says")
                return
            }
            self.init(html: try SafeHTML(checking: html).text, problem: nil)
        } catch let gaveUp as RendererGaveUp {
            self.init(html: nil, problem: gaveUp.reason)
        } catch let refused as SafeHTML.Unsafe {
            self.init(html: nil, problem: "it has \(refused.found) in it")
        }
    }

    private init(html: String?, problem: String?) {
        self.html = html
        self.problem = problem
    }

    /// PyPI takes reStructuredText for granted where nothing is said, and plain text for what it
    /// does not know.
    private static func source(_ text: String, _ contentType: String?) -> DescriptionSource {
        guard let contentType else { return DescriptionSource(text, .restructuredText) }
        guard let type = try? DescriptionContentType(contentType) else {
            return DescriptionSource(text, .plain)
        }
        switch type.markup {
        case .plain: return DescriptionSource(text, .plain)
        case .reStructuredText: return DescriptionSource(text, .restructuredText)
        case .markdown:
            return DescriptionSource(text, .markdown, variant: type.variant?.rawValue ?? "GFM")
        }
    }
}

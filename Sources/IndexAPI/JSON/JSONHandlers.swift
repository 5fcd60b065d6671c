import HTTPTypes
import Hummingbird
import PackageIndex
import PythonPackaging
import WebServer

/// Answers PyPI's JSON API, which mirrors and update tools read.
struct JSONHandlers: Sendable {
    private let index: Index
    private let pages: PageCache

    /// Handlers that share a cache of pages.
    init(_ index: Index, pages: PageCache) {
        self.index = index
        self.pages = pages
    }

    /// What answers which route.
    var routes: [Route: RouteHandler] {
        [.projectJSON: answer, .releaseJSON: answer]
    }

    @Sendable private func answer(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        let name = context.values["name"] ?? ""
        let normalized = ProjectName.normalize(name)
        let wanted = context.values["version"]
        guard (try? ProjectName(name)) != nil else { throw Self.notFound }
        guard normalized == name else {
            let middle = wanted.map { "/\(PercentEncoding.step($0))" } ?? ""
            return PageAnswer.redirect(
                to: "\(context.origin.prefix)/pypi/\(normalized)\(middle)/json")
        }
        let version = wanted.flatMap { try? Version($0) }
        guard wanted == nil || version != nil else { throw Self.notFound }
        let form = PageForm.document(version: version?.canonical)
        let page = try await pages.page(of: name, form, for: context.principal, in: index) {
            let detail = try await index.releaseDetail(
                of: name, version: version, for: context.principal)
            return detail.map { detail in
                ProjectPage(detail.listing.project) {
                    let document = ProjectJSON(detail, base: AddressedText.gap)
                    return .addressed(document.text(withReleases: wanted == nil))
                }
            }
        }
        guard let page else { throw Self.notFound }
        return PageAnswer.page(page, as: .document, to: request, context)
    }

    private static var notFound: Refusal { Refusal(.projectUnknown, "Not Found") }
}

import Crypto
import HTTPTypes
import Hummingbird
package import PackageIndex
import PythonPackaging
package import WebServer

/// Answers PyPI's JSON API, which mirrors and update tools read.
package struct JSONHandlers: Sendable {
    private let index: Index

    /// Handlers over an index.
    package init(_ index: Index) {
        self.index = index
    }

    /// What answers which route.
    package var routes: [Route: RouteHandler] {
        [.projectJSON: answer, .releaseJSON: answer]
    }

    @Sendable private func answer(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        let name = context.values["name"] ?? ""
        let normalized = ProjectName.normalize(name)
        let wanted = context.values["version"]
        guard normalized == name else {
            let middle = wanted.map { "/\(FileAddress.encoded($0))" } ?? ""
            var response = Response.redirect(
                to: "\(context.origin.prefix)/pypi/\(FileAddress.encoded(normalized))\(middle)/json",
                type: .permanent)
            SimpleAnswer.allowOrigins(&response)
            return response
        }
        let version = wanted.flatMap { try? Version($0) }
        guard wanted == nil || version != nil,
            let detail = try await index.releaseDetail(
                of: name, version: version, for: context.principal)
        else { throw Refusal(.projectUnknown, "Not Found") }
        let text = ProjectJSON(detail, base: context.origin.base).text(withReleases: wanted == nil)
        let page = SimplePage(text, serial: detail.listing.project.lastSerial)
        return SimpleAnswer.page(page, .json, to: request, isPrivate: context.principal != nil)
            .withContentType("application/json")
    }
}

extension Response {
    fileprivate func withContentType(_ type: String) -> Response {
        var response = self
        if response.headers[.contentType] != nil { response.headers[.contentType] = type }
        response.headers[.vary] = "Accept-Encoding"
        return response
    }
}

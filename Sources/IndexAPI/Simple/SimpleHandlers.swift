import HTTPTypes
import Hummingbird
package import PackageIndex
import PythonPackaging
package import WebServer

/// Answers the Simple repository API: the list of projects and each project's files.
package struct SimpleHandlers: Sendable {
    private let index: Index
    private let pages: SimplePages

    /// Handlers that share a cache of pages.
    package init(_ index: Index, pages: SimplePages) {
        self.index = index
        self.pages = pages
    }

    /// What answers which route.
    package var routes: [Route: RouteHandler] {
        [
            .projectList: list, .plainProjectList: plainList,
            .plainProjectListBesideUpload: plainList, .project: project,
            .plainProject: { try await plainProject($0, $1, files: "../../files") },
            .plainProjectBesideUpload: { try await plainProject($0, $1, files: "../../../files") },
        ]
    }

    @Sendable private func list(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        try await list(request, context, as: SimpleMediaType.negotiated(request))
    }

    /// The alias that hatch reads, which understands HTML only.
    @Sendable private func plainList(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        try await list(request, context, as: .plainHTML)
    }

    private func list(
        _ request: Request, _ context: IndexRequestContext, as type: SimpleMediaType
    ) async throws -> Response {
        let render = {
            let list = try await index.projectList(for: context.principal)
            return SimplePage(
                type.isJSON ? SimpleJSON.list(list) : SimpleHTML.list(list), serial: list.serial)
        }
        let page =
            if context.principal == nil {
                try await pages.page(.init(project: nil, isJSON: type.isJSON)) { try await render() }
            } else {
                try await render()
            }
        guard let page else { throw Refusal(.pathUnknown, "There is no list of projects.") }
        return SimpleAnswer.page(page, type, to: request, isPrivate: context.principal != nil)
    }

    @Sendable private func project(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        let name = context.values["name"] ?? ""
        let normalized = ProjectName.normalize(name)
        guard (try? ProjectName(name)) != nil else { throw Self.unknown(name) }
        guard normalized == name else {
            var response = Response.redirect(
                to: "\(context.origin.prefix)/simple/\(normalized)/", type: .permanent)
            SimpleAnswer.allowOrigins(&response)
            return response
        }
        let type = SimpleMediaType.negotiated(request)
        let render = { () async throws -> SimplePage? in
            try await index.projectListing(name, for: context.principal).map { listing in
                SimplePage(
                    type.isJSON
                        ? SimpleJSON.project(listing, files: "../../files")
                        : SimpleHTML.project(listing, files: "../../files"),
                    serial: listing.project.lastSerial)
            }
        }
        let page =
            if context.principal == nil {
                try await pages.page(.init(project: name, isJSON: type.isJSON), render: render)
            } else {
                try await render()
            }
        guard let page else { throw Self.unknown(name) }
        return SimpleAnswer.page(page, type, to: request, isPrivate: context.principal != nil)
    }

    /// The alias that hatch reads; its addresses begin elsewhere, so it is rendered apart.
    private func plainProject(
        _ request: Request, _ context: IndexRequestContext, files root: String
    ) async throws -> Response {
        let name = ProjectName.normalize(context.values["name"] ?? "")
        guard let listing = try await index.projectListing(name, for: context.principal) else {
            throw Self.unknown(name)
        }
        let page = SimplePage(
            SimpleHTML.project(listing, files: root), serial: listing.project.lastSerial)
        return SimpleAnswer.page(page, .plainHTML, to: request, isPrivate: context.principal != nil)
    }

    private static func unknown(_ name: String) -> Refusal {
        Refusal(.projectUnknown, "There is no project '\(Shown.short(name))'.")
    }
}

extension SimpleMediaType {
    /// The form that a request asks for.
    static func negotiated(_ request: Request) -> SimpleMediaType {
        negotiate(
            accept: request.headers[.accept],
            format: request.uri.queryParameters["format"].map(String.init))
    }
}

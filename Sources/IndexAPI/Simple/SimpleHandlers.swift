import HTTPTypes
import Hummingbird
import PackageIndex
import PythonPackaging
import WebServer

/// Answers the Simple repository API: the list of projects and each project's files.
struct SimpleHandlers: Sendable {
    private let index: Index
    private let pages: PageCache
    private let projects: ProjectListPages

    /// Handlers that share a cache of pages.
    init(_ index: Index, pages: PageCache) {
        self.index = index
        self.pages = pages
        projects = ProjectListPages(index)
    }

    /// What answers which route.
    ///
    /// The addresses with `+simple` are aliases that hatch reads, which understands HTML only.
    var routes: [Route: RouteHandler] {
        let plainList: RouteHandler = { try await list($0, $1, as: .plainHTML) }
        return [
            .projectList: { try await list($0, $1, as: .negotiated($0)) },
            .plainProjectList: plainList, .plainProjectListBesideUpload: plainList,
            .project: project,
            .plainProject: { try await plainProject($0, $1, files: "../../files") },
            .plainProjectBesideUpload: { try await plainProject($0, $1, files: "../../../files") },
        ]
    }

    private func list(
        _ request: Request, _ context: IndexRequestContext, as type: SimpleMediaType
    ) async throws -> Response {
        let reader = context.principal
        let audience = try await index.projectListAudience(for: reader)
        let page = try await pages.page(
            .init(subject: nil, form: .list, audience: audience)
        ) { try await projects.page(for: audience) }
        guard let page else { throw Refusal(.pathUnknown, "There is no list of projects.") }
        return PageAnswer.page(page, as: .simple(type), to: request, context)
    }

    @Sendable private func project(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        let name = context.values["name"] ?? ""
        guard (try? ProjectName(name)) != nil else { throw Self.unknown(name) }
        let normalized = ProjectName.normalize(name)
        guard normalized == name else {
            return PageAnswer.redirect(
                to: context.origin.prefix + "/simple/\(normalized)/" + request.uri.queryPart)
        }
        return try await project(
            name, request, context, as: .negotiated(request), files: "../../files")
    }

    private func plainProject(
        _ request: Request, _ context: IndexRequestContext, files root: String
    ) async throws -> Response {
        try await project(
            ProjectName.normalize(context.values["name"] ?? ""), request, context, as: .plainHTML,
            files: root)
    }

    private func project(
        _ name: String, _ request: Request, _ context: IndexRequestContext,
        as type: SimpleMediaType, files root: String
    ) async throws -> Response {
        let form = type.isJSON ? PageForm.json : .html(files: root)
        let page = try await pages.page(of: name, form, for: context.principal, in: index) {
            guard let listing = try await index.projectListing(name, for: context.principal) else {
                return nil
            }
            let render = type.isJSON ? SimpleJSON.project : SimpleHTML.project
            return ProjectPage(listing.project) { .whole(render(listing, root)) }
        }
        guard let page else { throw Self.unknown(name) }
        return PageAnswer.page(page, as: .simple(type), to: request, context)
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

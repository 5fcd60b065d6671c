import HTTPTypes
import Hummingbird
import Mustache
import NIOCore
import PackageIndex
import WebServer

/// Renders the templates; Mustache escapes what it is given.
struct PageRenderer: Sendable {
    private let library: MustacheLibrary

    /// What pages may load, besides this site's own style sheet and scripts nothing.
    static let contentPolicy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
        + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

    /// The same for a page that shows a description, which may have images of other sites.
    static func contentPolicy(_ images: DescriptionImages) -> String {
        contentPolicy.replacing(
            "img-src 'self'", with: "img-src \(images.contentSecuritySources)")
    }

    /// Compiles the templates that ship inside the program.
    init() throws {
        library = MustacheLibrary(
            templates: try Templates.all.mapValues { bytes in
                try MustacheTemplate(string: String(decoding: bytes, as: UTF8.self))
            })
    }

    /// The text of a page with the shell around it.
    func html(_ template: String, _ model: Any, _ shell: Shell) throws -> String {
        let page = ShelledPage(shell: shell, page: model)
        guard let html = library.render(TemplateModel(page), withTemplate: template) else {
            throw TemplateMissing(name: template)
        }
        return html
    }

    /// A page with the shell around it, and with the headers that every page has.
    func page(
        _ template: String, _ model: Any, _ context: IndexRequestContext,
        status: HTTPResponse.Status = .ok, notice: Notice? = nil
    ) throws -> Response {
        let shell = Shell(context, notice: notice ?? context.notice)
        let html = try html(template, model, shell)
        let bytes = Array(html.utf8)
        let gzip = context.takesGzip ? Gzip.compress(bytes) : nil
        var response = Response(
            status: status,
            headers: [
                .contentType: "text/html; charset=utf-8",
                .cacheControl: context.session == nil ? "no-cache" : "private, no-store",
                .contentSecurityPolicy: Self.contentPolicy, .vary: "Cookie, Accept-Encoding",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: gzip ?? bytes)))
        if gzip != nil { response.headers[.contentEncoding] = "gzip" }
        if context.isNewVisitor, context.session == nil, shell.csrf?.isMade == true {
            response.addCookie(context.visitorCookie)
        }
        if context.notice != nil {
            response.addCookie(Cookie.notice.field("", seconds: 0, at: context.origin))
        }
        return response
    }
}

/// A page names a template that does not ship.
struct TemplateMissing: Error {
    let name: String
}

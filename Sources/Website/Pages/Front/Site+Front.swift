import HTTPTypes
import Hummingbird
import NIOCore
import PackageIndex
import WebServer

extension Site {
    var frontRoutes: [Route: RouteHandler] { [.front: front, .stylesheet: staticFile] }

    @Sendable private func front(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        try pages.page("front", FrontPage(), context)
    }

    @Sendable private func staticFile(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        guard let file = StaticFiles.all[context.values["file"] ?? ""] else {
            throw Refusal(.pathUnknown, "There is nothing at this address.")
        }
        return Response(
            status: .ok,
            headers: [.contentType: file.type, .cacheControl: "public, max-age=300"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: file.bytes)))
    }
}

/// The files that pages load: they ship inside the program.
enum StaticFiles {
    static let all: [String: (type: String, bytes: [UInt8])] = [
        "style.css": ("text/css; charset=utf-8", PackageResources.style_css),
        "webauthn.js": ("text/javascript; charset=utf-8", PackageResources.webauthn_js),
        "search.js": ("text/javascript; charset=utf-8", PackageResources.search_js),
        "logo.svg": ("image/svg+xml", PackageResources.logo_svg),
    ]
}

import HTTPTypes
import Hummingbird
import Mustache
import NIOCore
import WebServer

/// Renders the templates; Mustache escapes what it is given.
struct PageRenderer: Sendable {
    private let library: MustacheLibrary

    /// Compiles the templates that ship inside the program.
    init() throws {
        library = MustacheLibrary(templates: [
            "front": try Self.template(PackageResources.front_mustache),
            "firstAdministrator": try Self.template(PackageResources.firstAdministrator_mustache),
        ])
    }

    /// A page, with the headers that every page has.
    func page(
        _ template: String, _ model: Any, status: HTTPResponse.Status = .ok
    ) throws -> Response {
        guard let html = library.render(model, withTemplate: template) else {
            throw TemplateMissing(name: template)
        }
        return Response(
            status: status,
            headers: [
                .contentType: "text/html; charset=utf-8", .cacheControl: "no-cache",
                .contentSecurityPolicy:
                    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
                    + "base-uri 'none'; frame-ancestors 'none'",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(string: html)))
    }

    private static func template(_ bytes: [UInt8]) throws -> MustacheTemplate {
        try MustacheTemplate(string: String(decoding: bytes, as: UTF8.self))
    }
}

/// A page names a template that does not ship.
struct TemplateMissing: Error {
    let name: String
}

import HTTPTypes
import Hummingbird
import PackageIndex
import WebServer

extension Site {
    @Sendable func staticFile(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        guard let file = StaticFiles.all[context.values["file"] ?? ""] else {
            throw Refusal(.pathUnknown, "There is nothing at this address.")
        }
        return send(file, request)
    }

    @Sendable func favicon(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        send(StaticFiles.logo, request)
    }

    private func send(_ file: StaticFiles.File, _ request: Request) -> Response {
        let isVersioned = FormFields(query: request.uri.query)["v"] == StaticFiles.version
        return Response.kept(
            file.body, to: request,
            [
                .contentType: file.type,
                .cacheControl: isVersioned
                    ? "public, max-age=31536000, immutable" : "public, max-age=300",
            ])
    }
}

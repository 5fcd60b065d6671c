import Hummingbird
import PackageIndex
import PythonPackaging
import WebServer

/// Says what native code is inside the files of the index.
struct NativeHandlers: Sendable {
    private let index: Index

    /// Handlers over an index.
    init(_ index: Index) {
        self.index = index
    }

    /// What answers which route.
    var routes: [Route: RouteHandler] { [.nativeReport: report] }

    /// One element of `wheels` as `cheeseboard audit --format json` prints it.
    @Sendable private func report(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        let name = ProjectName.normalize(context.values["name"] ?? "")
        let report = try await index.nativeReport(
            of: context.values["filename"] ?? "", in: name, for: context.principal)
        var response = Response.json(String(decoding: try report.encoded(), as: UTF8.self))
        response.headers[.cacheControl] = "no-cache"
        response.headers[.accessControlAllowOrigin] = "*"
        return response
    }
}

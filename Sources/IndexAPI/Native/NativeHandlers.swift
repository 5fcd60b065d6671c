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
    var routes: [Route: RouteHandler] { [.nativeReport: report, .nativeStatistics: statistics] }

    /// One element of `wheels` as `cheeseboard audit --format json` prints it.
    @Sendable private func report(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        let name = ProjectName.normalize(context.values["name"] ?? "")
        let report = try await index.nativeReport(
            of: context.values["filename"] ?? "", in: name, for: context.principal)
        return Self.answer(try report.encoded())
    }

    /// The figures of the index, the same for everyone who may read.
    @Sendable private func statistics(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        Self.answer(try await index.nativeStatistics().encoded())
    }

    private static func answer(_ bytes: [UInt8]) -> Response {
        var response = Response.json(String(decoding: bytes, as: UTF8.self))
        response.headers[.cacheControl] = "no-cache"
        return response
    }
}

import HTTPTypes
import Hummingbird
import Logging
import PackageIndex
import PythonPackaging
import WebServer

/// Takes uploads by the legacy API, as twine, uv, poetry, pdm, hatch and flit send them.
struct UploadHandlers: Sendable {
    private let index: Index
    private let pages: PageCache
    private let metrics: ServerMetrics

    /// Handlers that make a published file show at once.
    init(_ index: Index, pages: PageCache, metrics: ServerMetrics) {
        self.index = index
        self.pages = pages
        self.metrics = metrics
    }

    /// What answers which route.
    var routes: [Route: RouteHandler] {
        [.upload: upload, .uploadAtRoot: upload, .uploadHint: hint]
    }

    @Sendable private func upload(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        guard let principal = context.principal else {
            throw Refusal(.credentialsMissing, "Uploading needs credentials.")
        }
        do {
            let upload = try await UploadReader.read(
                request, into: index, by: principal)
            let outcome = try await index.publish(
                upload, by: principal, from: context.trace)
            pages.forget([ProjectName.normalize(try upload.form.required("name"))])
            metrics.countUpload(outcome.isUnchanged ? "unchanged" : "published")
            context.logger.notice(
                "\(outcome.isUnchanged ? "unchanged" : "published") \(upload.form.filename)",
                metadata: ["user.name": "\(principal.user.name)"])
            for warning in outcome.warnings {
                context.logger.notice(
                    "warned of \(upload.form.filename): \(warning.message)",
                    metadata: ["refusal.code": "\(warning.code.rawValue)"])
            }
            let warnings = outcome.warnings.map { "Warning: \($0.message)\n" }.joined()
            return Response.text(warnings)
        } catch let refusal as Refusal {
            metrics.countUpload(refusal.code.rawValue)
            throw refusal
        }
    }

    /// What a person sees who opens the upload address in a browser.
    @Sendable private func hint(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        Response.text(
            """
            This is the address that uploads go to:

                twine upload --repository-url \(context.origin.base)/legacy/ dist/*
                uv publish --publish-url \(context.origin.base)/legacy/

            Packages are installed from \(context.origin.base)/simple/

            """)
    }
}

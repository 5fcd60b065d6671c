import HTTPTypes
import Hummingbird
import PackageIndex
import WebServer

extension Site {
    @Sendable func setupForm(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        try await checkLink(context)
        return try pages.page("firstAdministrator", FirstAdministratorPage(), context)
    }

    @Sendable func makeFirstAdministrator(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        try await checkLink(context)
        let form = context.form
        return try await answer { problem, status in
            let page = FirstAdministratorPage(
                name: form["name"], email: form["email"], problem: problem)
            return try pages.page(
                "firstAdministrator", page, context,
                status: status == .conflict ? .badRequest : status)
        } _: {
            let signedIn = try await index.addFirstAdministrator(
                name: form["name"], email: form["email"], password: form["password"],
                in: context.browser(request))
            return welcome(
                signedIn, context, to: Route.accountPage.path(), telling: .firstAdministrator)
        }
    }

    private func checkLink(_ context: IndexRequestContext) async throws {
        guard setup.isValid(context.values["secret"] ?? ""),
            try await !index.hasAdministrator()
        else {
            throw Refusal(.linkInvalid, "This link is not valid, or was used already.")
        }
    }
}

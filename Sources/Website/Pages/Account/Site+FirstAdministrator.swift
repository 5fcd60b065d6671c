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
        var page = FirstAdministratorPage(name: form["name"], email: form["email"])
        do {
            try await index.addFirstAdministrator(
                name: form["name"], email: form["email"], password: form["password"])
            page.done = true
            return try pages.page("firstAdministrator", page, context)
        } catch let refusal as Refusal
            where refusal.kind == .invalid || refusal.code == .userNameTaken
        {
            page.problem = refusal.message
            return try pages.page("firstAdministrator", page, context, status: .badRequest)
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

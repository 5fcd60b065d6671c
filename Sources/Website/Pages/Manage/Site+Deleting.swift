import HTTPTypes
import Hummingbird
import PackageIndex
import PythonPackaging
import WebServer

extension Site {
    var deletingRoutes: [Route: RouteHandler] {
        [
            .deleteProjectForm: deleteProjectForm, .deleteProject: deleteProject,
            .deleteReleaseForm: deleteReleaseForm, .deleteRelease: deleteRelease,
            .deleteFileForm: deleteFileForm, .deleteFile: deleteFile,
            .restoreRelease: restoreRelease, .restoreFile: restoreFile,
        ]
    }

    @Sendable private func deleteProjectForm(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        try ask(try await projectDeletion(context), context)
    }

    @Sendable private func deleteProject(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        let page = try await projectDeletion(context)
        let name = try context.projectName()
        guard ProjectName.normalize(context.form["confirm"]) == name.normalized else {
            return try ask(page, context, isWrong: true)
        }
        try await index.deleteProject(name, by: try context.requester())
        return .seeOther(Route.ownProjects.path(), context, telling: .deleted)
    }

    private func projectDeletion(
        _ context: IndexRequestContext
    ) async throws -> ConfirmDeletionPage {
        let listing = try await index.managedListing(
            of: try context.projectName(), by: try context.requester())
        let project = listing.project
        let nav = ManageNav(
            project, at: .settings, context, title: "Delete \(project.name)")
        return ConfirmDeletionPage(
            nav, "the project \(project.name)",
            "Its \(listing.versions.count.counted("release")) and "
                + "\(listing.files.count.counted("file")) can no longer be installed.",
            word: project.name,
            back: context.link(.projectSettings, ["name": project.normalizedName]),
            index.settings)
    }

    @Sendable private func deleteReleaseForm(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        try ask(try await releaseDeletion(context), context)
    }

    @Sendable private func deleteRelease(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        let page = try await releaseDeletion(context)
        let (name, version) = (try context.projectName(), try context.version())
        guard context.form["confirm"].trimmingWhitespace == page.word else {
            return try ask(page, context, isWrong: true)
        }
        try await index.deleteRelease(version, of: name, by: try context.requester())
        return .seeOther(
            Route.projectReleases.path(["name": name.normalized]), context, telling: .deleted)
    }

    private func releaseDeletion(
        _ context: IndexRequestContext
    ) async throws -> ConfirmDeletionPage {
        let listing = try await index.managedListing(
            of: try context.projectName(), by: try context.requester())
        let version = try Self.version(try context.version(), in: listing)
        let files = listing.files.filter { $0.version == version }.count
        let name = listing.project.normalizedName
        let nav = ManageNav(
            listing.project, at: .releases, context, title: "Delete release \(version)")
        return ConfirmDeletionPage(
            nav, "the release \(version) of \(listing.project.name)",
            "Its \(files.counted("file")) can no longer be installed. To keep people from choosing "
                + "a release that is only broken, yank it instead.",
            word: version,
            back: context.link(.projectRelease, ["name": name, "version": version]),
            index.settings)
    }

    @Sendable private func deleteFileForm(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        try ask(try await fileDeletion(context), context)
    }

    @Sendable private func deleteFile(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        let page = try await fileDeletion(context)
        guard context.form["confirm"].trimmingWhitespace == page.word else {
            return try ask(page, context, isWrong: true)
        }
        let name = try context.projectName()
        try await index.deleteFile(page.word, of: name, by: try context.requester())
        return afterFile(page.word, name, context, .deleted)
    }

    private func fileDeletion(
        _ context: IndexRequestContext
    ) async throws -> ConfirmDeletionPage {
        let listing = try await index.managedListing(
            of: try context.projectName(), by: try context.requester())
        let wanted = context.values["filename"] ?? ""
        guard let file = listing.files.first(where: { $0.filename == wanted }) else {
            throw Refusal(
                .fileUnknown,
                "The project '\(listing.project.name)' has no file '\(Shown.short(wanted))'.")
        }
        let nav = ManageNav(listing.project, at: .releases, context, title: "Delete a file")
        return ConfirmDeletionPage(
            nav, "the file \(file.filename)",
            "No other file will ever have its name, whether or not it comes back.",
            word: file.filename,
            back: context.link(
                .projectRelease,
                ["name": listing.project.normalizedName, "version": file.version]),
            index.settings)
    }

    @Sendable private func restoreRelease(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        let (name, version) = (try context.projectName(), try context.version())
        try await index.restoreRelease(version, of: name, by: try context.requester())
        return release(name, version.normalized, context, .restored)
    }

    @Sendable private func restoreFile(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        let (name, file) = (try context.projectName(), context.values["filename"] ?? "")
        try await index.restoreFile(file, of: name, by: try context.requester())
        return afterFile(file, name, context, .restored)
    }

    private func ask(
        _ page: ConfirmDeletionPage, _ context: IndexRequestContext, isWrong: Bool = false
    ) throws -> Response {
        var page = page
        if isWrong { page.problem = "What you typed is not \(page.word)." }
        return try pages.page(
            "manageDelete", page, context, status: isWrong ? .badRequest : .ok)
    }
}

import HTTPTypes
import Hummingbird
import PackageIndex
import PythonPackaging
import WebServer

extension Site {
    var readingRoutes: [Route: RouteHandler] {
        [
            .userPage: user, .classifiersPage: classifiers, .classifiersText: classifierLines,
            .classifiersLegacy: oldQuery, .helpPage: help, .securityPage: security,
        ]
    }

    @Sendable private func user(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        let name = context.values["user"] ?? ""
        func find() async throws -> UserProfile {
            guard let profile = try await index.profile(of: name, for: context.principal) else {
                throw Refusal(.userUnknown, "There is no user '\(Shown.short(name))'.")
            }
            return profile
        }
        // The address in the spelling of the account, so that a user has one page.
        let profile = try await find()
        guard profile.name == name else {
            return .redirect(
                to: Route.userPage.path(["user": profile.name], prefix: context.origin.prefix),
                type: .permanent)
        }
        return try pages.page("user", UserPage(profile), context)
    }

    @Sendable private func classifiers(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        try await page(kept: "classifiers", "classifiers", request, context) { ClassifiersPage() }
    }

    @Sendable private func classifierLines(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        Response.kept(
            ClassifiersPage.lines, to: request,
            [.contentType: "text/plain; charset=utf-8", .cacheControl: "public, max-age=3600"])
    }

    /// PyPI's address of old with an action in its query; tools still ask it for the classifiers.
    @Sendable private func oldQuery(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        guard FormFields(query: request.uri.query)[":action"] == "list_classifiers" else {
            throw Refusal(.pathUnknown, "There is nothing at this address.")
        }
        return try await classifierLines(request, context)
    }

    @Sendable private func help(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        try await page(kept: "help", "help", request, context) { HelpPage(index.settings) }
    }

    @Sendable private func security(
        _ request: Request, _ context: IndexRequestContext
    ) async throws -> Response {
        try await page(kept: "security", "security", request, context) {
            HelpPage(index.settings)
        }
    }
}

/// What the pages of help and security depend on.
struct HelpPage {
    let asksReaders: Bool
    let takesPasswords: Bool
    let verifiesAddresses: Bool
    let largestFile: String
    let securityContact: String?
    /// Where the contact leads.
    let securityAddress: String?

    init(_ settings: IndexSettings) {
        asksReaders = settings.readAccess == .authenticated
        takesPasswords = settings.allowsPasswordUpload
        verifiesAddresses = settings.verifiesURLs
        largestFile = ByteCount.text(settings.maximumFileBytes)
        securityAddress = settings.securityContact
        securityContact = settings.securityContact.map {
            $0.hasPrefix("mailto:") ? String($0.dropFirst(7)) : $0
        }
    }
}

/// Every classifier that a release may use, by its first words.
struct ClassifiersPage {
    /// The classifiers that begin with the same words.
    struct Group {
        let groupTitle: String
        let groupCount: Int
        let groupLines: [Line]
    }

    /// One classifier.
    struct Line {
        let classifier: String
        let query: String
    }

    let groups: [Group] = Self.grouped
    let count = Classifiers.all.count.grouped

    private static let grouped: [Group] = {
        var titles: [String] = []
        var lines: [String: [Line]] = [:]
        for classifier in Classifiers.all {
            let title =
                classifier.firstRange(of: " :: ")
                .map { String(classifier[..<$0.lowerBound]) } ?? classifier
            if lines[title] == nil { titles.append(title) }
            lines[title, default: []].append(
                Line(classifier: classifier, query: PercentEncoding.field(classifier)))
        }
        return titles.map { title in
            Group(
                groupTitle: title, groupCount: lines[title]?.count ?? 0,
                groupLines: lines[title] ?? [])
        }
    }()

    /// The classifiers one a line, ready to be sent.
    static let lines = PageBody(Classifiers.all.joined(separator: "\n") + "\n")
}

import PackageIndex
import PythonPackaging
import WebServer

/// What the page of a project shows: the project, and one release of it.
struct ReleasePage {
    let name: String
    let normalizedName: String
    let version: String?
    let summary: String?
    /// The page's own address, under the site's prefix.
    let path: String
    /// The address of the project's page.
    let projectPath: String
    let badges: [Badge]
    let troubles: [Trouble]
    let hasRelease: Bool
    /// What stands behind the project's name in commands that ask for this very release.
    let pin: String
    let needsCredentials: Bool
    /// Whether programs that read feeds find one: they bring no credentials.
    let hasFeed: Bool
    let description: ShownDescription?
    let files: FileList?
    let history: HistoryList
    let dependencies: [DependencyList.Group]
    let hasDependencies: Bool
    let dependents: DependentLines?
    let details: DetailList
    let native: NativeSection?
    let published: ShownTime?
    let publisher: String?
    let publisherPath: String?
    /// Whether the reader manages the project.
    let isManager: Bool

    /// A short mark beside the name.
    struct Badge {
        let text: String
        /// The class that colours it.
        let tone: String
    }

    /// The native code of the release's wheels.
    struct NativeSection {
        let nativePath: String
        let languages: String
        let wheelCount: String
        let isMemorySafe: Bool
        let worst: String
        let worstClass: String
    }

    init(
        _ overview: ProjectOverview, dependents: DependentLines?, settings: IndexSettings,
        query: FormFields, cuts: DescriptionCuts, now: Timestamp
    ) {
        let project = overview.project
        let shown = overview.shown
        name = project.name
        normalizedName = project.normalizedName
        version = shown?.summary.version
        summary = shown?.metadata.summary.flatMap { $0.isEmpty || $0 == "UNKNOWN" ? nil : $0 }
        projectPath = Route.projectPage.path(["name": normalizedName])
        let path =
            version.map {
                Route.releasePage.path(["name": project.normalizedName, "version": $0])
            } ?? projectPath
        self.path = path
        badges = Badge.all(overview)
        troubles = Trouble.all(overview, now: now)
        hasRelease = shown != nil
        pin =
            shown.map { shown in
                shown.summary.isLatest && !shown.summary.isPrerelease && !shown.summary.isYanked
                    ? "" : "==\(shown.summary.version)"
            } ?? ""
        needsCredentials = settings.readAccess == .authenticated || !project.isPublic
        hasFeed = !needsCredentials && project.status != .quarantined
        description = shown.flatMap {
            ShownDescription(
                $0, images: settings.descriptionImages, isWhole: query["description"] == "all",
                path: path, cuts: cuts)
        }
        files = shown.map {
            FileList($0, platform: query["platform"], python: query["python"])
        }
        history = HistoryList(overview, query: query, now: now)
        dependencies = shown.map { DependencyList($0).groups } ?? []
        hasDependencies = !dependencies.isEmpty
        self.dependents = dependents
        details = DetailList(overview)
        native = shown.flatMap { NativeSection($0, project: project.normalizedName) }
        published = shown.map { ShownTime($0.summary.publishedAt) }
        publisher = shown?.publisher
        publisherPath = shown?.publisher.map { Route.userPage.path(["user": $0]) }
        isManager = overview.readersRole == .owner
    }
}

extension ReleasePage.Badge {
    static func all(_ overview: ProjectOverview) -> [Self] {
        var badges: [Self] = []
        func add(_ text: String, _ tone: String = "") {
            badges.append(Self(text: text, tone: tone))
        }
        if !overview.project.isPublic { add("Private", "warn") }
        switch overview.project.status {
        case .active: break
        case .archived: add("Archived", "warn")
        case .deprecated: add("Deprecated", "warn")
        case .quarantined: add("Quarantined", "bad")
        }
        guard let shown = overview.shown else { return badges }
        if shown.summary.isYanked { add("Yanked", "bad") }
        if shown.summary.isPrerelease { add("Pre-release", "warn") }
        if shown.summary.isLatest, !shown.summary.isYanked, overview.releases.count > 1 {
            add("Latest release", "good")
        }
        if let python = shown.metadata.requiresPython { add("Python \(python)") }
        if let licence = shown.metadata.licenseExpression { add(licence) }
        var languages: [String] = []
        for language in shown.native.values.flatMap(\.languages).sorted()
        where !languages.contains(language) { languages.append(language) }
        if !languages.isEmpty {
            add(languages.map(LanguageName.shown).joined(separator: ", ") + " inside", "accent")
        }
        return badges
    }
}

extension ReleasePage.NativeSection {
    /// Nil for a release without native code, as far as it was looked at.
    init?(_ release: ShownRelease, project: String) {
        let native = release.native.values.filter { $0.fileCount > 0 }
        guard !native.isEmpty else { return nil }
        var words: [String] = []
        for word in native.flatMap(\.languages).sorted() where !words.contains(word) {
            words.append(word)
        }
        nativePath = Route.releaseNativePage.path(
            ["name": project, "version": release.summary.version])
        languages =
            words.isEmpty
            ? "a language that could not be told"
            : words.map(LanguageName.shown).joined(separator: ", ")
        wheelCount = native.count.counted("wheel")
        isMemorySafe = native.allSatisfy { $0.isMemorySafe == true }
        let grade = native.compactMap(\.grade).min()
        worst = grade?.rawValue ?? "–"
        worstClass = grade?.rawValue.lowercased() ?? ""
    }
}

import PackageIndex
import WebServer

/// What the front page shows: what is here, and how to install from here and publish to here.
struct FrontPage {
    /// A project or release of late.
    struct Line {
        let newName: String
        let newVersion: String
        let newPath: String
        let newSummary: String?
        let newTime: ShownTime
    }

    let projects: [Line]
    let releases: [Line]
    let projectCount: String
    let releaseCount: String
    let fileCount: String
    /// Whether the reader may be told what is here.
    let tellsProjects: Bool
    let isEmpty: Bool
    let asksReaders: Bool

    /// The page for who may not read: nothing of projects.
    init(closed: Bool) {
        projects = []
        releases = []
        projectCount = ""
        releaseCount = ""
        fileCount = ""
        tellsProjects = false
        isEmpty = false
        asksReaders = closed
    }

    init(
        projects: [RecentRelease], releases: [RecentRelease], _ figures: IndexFigures,
        asksReaders: Bool
    ) {
        self.projects = projects.map { Line($0, ofRelease: false) }
        self.releases = releases.map { Line($0, ofRelease: true) }
        projectCount = figures.projects.grouped
        releaseCount = figures.releases.grouped
        fileCount = figures.files.grouped
        isEmpty = figures.projects == 0
        tellsProjects = figures.projects > 0
        self.asksReaders = asksReaders
    }
}

extension FrontPage.Line {
    init(_ release: RecentRelease, ofRelease: Bool) {
        newName = release.project
        newVersion = release.version
        newPath =
            ofRelease
            ? Route.releasePage.path(["name": release.normalizedName, "version": release.version])
            : Route.projectPage.path(["name": release.normalizedName])
        newSummary = release.summary
        newTime = ShownTime(release.at)
    }
}

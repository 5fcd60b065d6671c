import PackageIndex
import WebServer

/// The releases of a project, newest first, as many as a page shows.
struct HistoryList {
    /// One release.
    struct Line {
        let number: String
        let releasePath: String
        let released: ShownTime
        let filesText: String
        let isCurrent: Bool
        let isLatestLine: Bool
        let isYankedLine: Bool
        let isPrereleaseLine: Bool
        let reason: String?
        /// The class that marks it on the line.
        let mark: String
    }

    let lines: [Line]
    let releaseCount: Int
    /// Where the others are; nil where the page shows them all.
    let stretch: ListStretch.Links?
    /// The drawing of releases per year, as SVG; nil where there is too little to draw.
    let plot: String?

    init(_ overview: ProjectOverview, query: FormFields, now: Timestamp) {
        let shown = overview.shown?.summary.version
        let releases = overview.releases
        releaseCount = releases.count
        let stretch = ListStretch(of: releases.count, in: query, place: "#history")
        self.stretch = stretch.links
        lines = releases[stretch.range].map { release in
            Line(
                number: release.version,
                releasePath: Route.releasePage.path([
                    "name": overview.project.normalizedName, "version": release.version,
                ]),
                released: ShownTime(release.publishedAt),
                filesText: release.fileCount.counted("file"),
                isCurrent: release.version == shown, isLatestLine: release.isLatest,
                isYankedLine: release.isYanked, isPrereleaseLine: release.isPrerelease,
                reason: release.yankedReason,
                mark: release.isYanked ? "off" : release.version == shown ? "current" : "")
        }
        plot = YearPlot.svg(of: releases, until: now.year)
    }
}

/// The projects of this index that need the shown one.
struct DependentLines {
    /// One of them.
    struct Line {
        let dependentName: String
        let dependentPath: String
    }

    let dependentLines: [Line]
    let hasMoreDependents: Bool

    /// The most that a page lists.
    static let most = 30

    init(_ list: DependentList) {
        dependentLines = list.projects.map {
            Line(
                dependentName: $0.name,
                dependentPath: Route.projectPage.path(["name": $0.normalizedName]))
        }
        hasMoreDependents = list.hasMore
    }
}

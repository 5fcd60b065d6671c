import PackageIndex
import PythonPackaging
import WebServer

/// Something that whoever is about to install should know, said plainly.
struct Trouble {
    /// The class that colours it: `bad`, `warn` or none.
    let tone: String
    let title: String
    let words: String
    /// Where to look instead; nil without such a place.
    let linkPath: String?
    let linkText: String
    /// The words before and after the link.
    let linkLead: String
    let linkTail: String

    private init(
        _ tone: String, _ title: String, _ words: String, linkPath: String? = nil,
        linkText: String = "", lead: String = "", tail: String = "."
    ) {
        linkLead = lead
        linkTail = tail
        self.tone = tone
        self.title = title
        self.words = words
        self.linkPath = linkPath
        self.linkText = linkText
    }

    /// Three years without a release are told.
    private static let longSilence: Duration = .seconds(3 * 365 * 24 * 3600)

    /// Everything there is to say, the worst first.
    static func all(_ overview: ProjectOverview, now: Timestamp) -> [Trouble] {
        statusTrouble(overview) + releaseTroubles(overview, now: now)
    }

    private static func statusTrouble(_ overview: ProjectOverview) -> [Trouble] {
        let reason = overview.project.statusReason.map { " Their words: “\($0)”" } ?? ""
        switch overview.project.status {
        case .active: return []
        case .quarantined:
            return [
                Trouble(
                    "bad", "This project is quarantined",
                    "It may be harmful and is being looked at. Nothing of it can be installed "
                        + "until then."
                        + (overview.project.statusReason.map { " \($0)" } ?? ""))
            ]
        case .archived:
            return [
                Trouble(
                    "warn", "This project is archived",
                    "Its owners do not work on it any more: there will be no new releases." + reason
                )
            ]
        case .deprecated:
            let successor = overview.project.successor
            return [
                Trouble(
                    "warn", "Its owners advise against using this project",
                    (successor == nil ? "They name no successor." : "") + reason,
                    linkPath: successor.map {
                        Route.projectPage.path(["name": ProjectName.normalize($0)])
                    },
                    linkText: successor ?? "", lead: "Use", tail: " instead.")
            ]
        }
    }

    private static func releaseTroubles(
        _ overview: ProjectOverview, now: Timestamp
    ) -> [Trouble] {
        guard let shown = overview.shown else { return [] }
        var troubles: [Trouble] = []
        let latest = overview.latest
        if shown.summary.isYanked {
            let reason = shown.summary.yankedReason.map { "Reason: “\($0)” " } ?? ""
            troubles.append(
                Trouble(
                    "bad", "This release was yanked",
                    reason
                        + "Installers pass it over unless they are asked for exactly this version.")
            )
        }
        if let latest, latest.version != shown.summary.version {
            troubles.append(
                Trouble(
                    "",
                    shown.summary.isPrerelease && isNewer(shown.summary, than: latest, overview)
                        ? "This is a pre-release" : "There is a newer release",
                    "",
                    linkPath: Route.projectPage.path(["name": overview.project.normalizedName]),
                    linkText: latest.version, lead: "The latest is"))
        }
        if overview.project.status == .active,
            let newest = overview.releases.map(\.publishedAt).max(), newest < now - longSilence
        {
            troubles.append(
                Trouble(
                    "warn", "No release for three years",
                    "The last one is from \(newest.date). It may still work well; see whether "
                        + "somebody looks after it before you rely on it."))
        }
        return troubles
    }

    private static func isNewer(
        _ release: ReleaseSummary, than other: ReleaseSummary, _ overview: ProjectOverview
    ) -> Bool {
        let versions = overview.releases.map(\.version)
        guard let one = versions.firstIndex(of: release.version),
            let two = versions.firstIndex(of: other.version)
        else { return false }
        return one < two
    }
}

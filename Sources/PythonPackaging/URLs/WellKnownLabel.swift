/// A kind of project link that all tools agree on (PyPUG "Well-known Project URLs", PEP 753).
public enum WellKnownLabel: String, Hashable, Sendable, CaseIterable {
    /// The project's home page.
    case homepage

    /// The source code.
    case source

    /// Where the current release can be had.
    case download

    /// What changed from release to release.
    case changelog

    /// What is new in this release.
    case releaseNotes = "releasenotes"

    /// The documentation.
    case documentation

    /// Where bugs are reported.
    case issues

    /// Where the project takes money.
    case funding

    /// The kind that a normalised label or one of its aliases stands for.
    init?(normalizedLabel: String) {
        let name =
            switch normalizedLabel {
            case "repository", "sourcecode", "github": "source"
            case "changes", "whatsnew", "history": "changelog"
            case "docs": "documentation"
            case "bugs", "issue", "tracker", "issuetracker", "bugtracker": "issues"
            case "sponsor", "donate", "donation": "funding"
            default: normalizedLabel
            }
        self.init(rawValue: name)
    }

    /// The name to show for this kind of link.
    public var title: String {
        switch self {
        case .homepage: "Homepage"
        case .source: "Source Code"
        case .download: "Download"
        case .changelog: "Changelog"
        case .releaseNotes: "Release Notes"
        case .documentation: "Documentation"
        case .issues: "Issue Tracker"
        case .funding: "Funding"
        }
    }
}

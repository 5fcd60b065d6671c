import PackageIndex
import WebServer

/// What a user's public page shows.
struct UserPage {
    /// A project of theirs.
    struct Line {
        let projectName: String
        let projectPath: String
        let projectVersion: String?
        let projectSummary: String?
        let projectTime: ShownTime?
        let role: String
        let marks: [ReleasePage.Badge]
    }

    let user: String
    let fullName: String?
    let joined: String
    let publicEmail: String?
    let live: [Line]
    let archived: [Line]
    let projectsText: String
    let hasProjects: Bool
    let hasArchived: Bool

    init(_ profile: UserProfile) {
        user = profile.name
        fullName = profile.fullName
        joined = profile.joinedAt.date
        publicEmail = profile.publicEmail
        live = profile.projects.filter { $0.project.status != .archived }.map(Line.init)
        archived = profile.projects.filter { $0.project.status == .archived }.map(Line.init)
        projectsText = profile.projects.count.counted("project")
        hasProjects = !profile.projects.isEmpty
        hasArchived = !archived.isEmpty
    }
}

extension UserPage.Line {
    init(_ entry: ProfileProject) {
        projectName = entry.project.name
        projectPath = Route.projectPage.path(["name": entry.project.normalizedName])
        projectVersion = entry.newest?.version
        projectSummary = entry.newest?.summary
        projectTime = entry.newest.map { ShownTime($0.at) }
        role = entry.role == .owner ? "Owner" : "Maintainer"
        var marks: [ReleasePage.Badge] = []
        if !entry.project.isPublic { marks.append(.init(text: "Private", tone: "warn")) }
        if entry.project.status == .deprecated {
            marks.append(.init(text: "Deprecated", tone: "warn"))
        }
        self.marks = marks
    }
}

import PackageIndex
import WebServer

/// What the page of a project's settings shows.
struct ProjectSettingsPage {
    let nav: ManageNav
    let isPrivate: Bool
    let isActive: Bool
    let isArchived: Bool
    let isDeprecated: Bool
    let isQuarantined: Bool
    let explanation: String?
    let size: String
    let sizeLimit: String
    let fileLimit: String
    let visibilityPath: String
    let archivePath: String
    let unarchivePath: String
    let deprecatePath: String
    let verifyURLsPath: String
    /// Whether its owners can have its addresses looked at.
    let canVerifyURLs: Bool
    let deletePath: String
    let graceDays: Int64
    /// What the form of a deprecation holds: what was typed, or what is so.
    let successor: String
    let reason: String
    /// What was typed as the reason of archiving.
    let archiveReason: String
    var problem: String?

    init(_ project: Project, _ settings: IndexSettings, _ context: IndexRequestContext) {
        let values = ["name": project.normalizedName]
        nav = ManageNav(project, at: .settings, context)
        isPrivate = !project.isPublic
        isActive = project.status == .active
        isArchived = project.status == .archived
        isDeprecated = project.status == .deprecated
        let form = context.form
        let isAgain = form.has("successor")
        successor = isAgain ? form["successor"] : project.successor ?? ""
        reason = isAgain ? form["reason"] : (isDeprecated ? project.statusReason : nil) ?? ""
        archiveReason = isAgain ? "" : form["reason"]
        isQuarantined = project.status == .quarantined
        explanation = project.statusExplanation
        size = ByteCount.text(project.totalBytes)
        sizeLimit = ByteCount.text(
            max(settings.maximumProjectBytes, project.maximumTotalBytes ?? 0))
        fileLimit = ByteCount.text(
            max(settings.maximumFileBytes, project.maximumFileBytes ?? 0))
        visibilityPath = context.link(.projectVisibility, values)
        archivePath = context.link(.archiveProject, values)
        unarchivePath = context.link(.unarchiveProject, values)
        deprecatePath = context.link(.deprecateProject, values)
        verifyURLsPath = context.link(.verifyProjectURLs, values)
        canVerifyURLs = settings.verifiesURLs && !isQuarantined
        deletePath = context.link(.deleteProjectForm, values)
        graceDays = settings.deletionGrace.components.seconds / 86_400
    }
}

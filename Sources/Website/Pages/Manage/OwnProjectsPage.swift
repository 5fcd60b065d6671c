import PackageIndex
import WebServer

/// What the page of one's own projects shows: them, what waits for a word, what can come back.
struct OwnProjectsPage {
    struct Row {
        let name: String
        let path: String
        let managePath: String?
        let role: String
        let isPrivate: Bool
        let status: String?
        let lastUpload: ShownTime?
        let canLeave: Bool
    }

    struct InvitationRow {
        let uid: String
        let project: String
        let role: String
        let isTransfer: Bool
        let by: String?
        let until: ShownTime
    }

    struct ChangeRow {
        let uid: String
        let project: String
        let by: String
        let role: String?
        let due: ShownTime
        /// Whether the project's quarantine keeps it from coming about.
        let isHeld: Bool
    }

    struct DeletedRow {
        let name: String
        let deleted: ShownTime
        let until: ShownTime
    }

    let projects: [Row]
    let hasProjects: Bool
    let invitations: [InvitationRow]
    let hasInvitations: Bool
    let changes: [ChangeRow]
    let deleted: [DeletedRow]
    let hasDeleted: Bool

    init(
        _ projects: [OwnProject], _ invitations: [Invitation], _ changes: [RoleChange],
        _ deleted: [DeletedItem], _ context: IndexRequestContext
    ) {
        self.projects = projects.map { own in
            let name = own.project.normalizedName
            return Row(
                name: own.project.name,
                path: "\(context.origin.prefix)/project/\(PercentEncoding.step(name))/",
                managePath: own.role == .owner
                    ? context.link(.projectReleases, ["name": name]) : nil,
                role: own.role.title, isPrivate: !own.project.isPublic,
                status: own.project.status == .active ? nil : own.project.status.rawValue,
                lastUpload: own.lastUploadAt.map(ShownTime.init),
                canLeave: own.project.status != .quarantined
                    && (own.role != .owner || own.ownerCount > 1))
        }
        hasProjects = !projects.isEmpty
        self.invitations = invitations.map { invitation in
            InvitationRow(
                uid: invitation.uid, project: invitation.project,
                role: invitation.role.rawValue, isTransfer: invitation.isTransfer,
                by: invitation.invitedBy, until: ShownTime(invitation.expiresAt))
        }
        hasInvitations = !invitations.isEmpty
        let held = projects.filter { $0.project.status == .quarantined }.map(\.project.name)
        self.changes = changes.map { change in
            ChangeRow(
                uid: change.uid, project: change.project, by: change.askedBy,
                role: change.role?.rawValue, due: ShownTime(change.dueAt),
                isHeld: held.contains(change.project))
        }
        self.deleted = deleted.compactMap { item in
            guard case .project(let name) = item.subject else { return nil }
            return DeletedRow(
                name: name, deleted: ShownTime(item.deletedAt),
                until: ShownTime(item.restorableUntil))
        }
        hasDeleted = !self.deleted.isEmpty
    }
}

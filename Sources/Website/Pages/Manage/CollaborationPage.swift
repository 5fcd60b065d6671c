import PackageIndex
import WebServer

/// What the page of a project's people shows to its owners.
struct CollaborationPage {
    struct Choice {
        let value: String
        let title: String
        let isChosen: Bool
    }

    struct Person {
        let name: String
        let path: String
        let fullName: String?
        let role: String
        let since: ShownTime
        let isFrozen: Bool
        let isYou: Bool
        let isOnlyOwner: Bool
        let choices: [Choice]
        /// What the change is for whoever reads it aloud.
        let changeLabel: String
        let removeLabel: String
    }

    struct InvitationRow {
        let uid: String
        let user: String
        let role: String
        let isTransfer: Bool
        let by: String?
        let until: ShownTime
    }

    struct ChangeRow {
        let uid: String
        let user: String
        let by: String
        let role: String?
        let due: ShownTime
    }

    let nav: ManageNav
    let people: [Person]
    let invitations: [InvitationRow]
    let hasInvitations: Bool
    let changes: [ChangeRow]
    let roles: [Choice]
    let invitePath: String
    let transferPath: String
    let revokePath: String
    let changePath: String
    let removePath: String
    let cancelPath: String
    let waitDays: Int64
    let standingDays: Int64
    let invitationDays: Int64
    var invitee = ""
    var heir = ""
    var problem: String?

    init(
        _ project: Project, _ people: [Collaborator], _ invitations: [Invitation],
        _ changes: [RoleChange], _ settings: IndexSettings, _ context: IndexRequestContext
    ) {
        let values = ["name": project.normalizedName]
        let owners = people.count { $0.role == .owner && !$0.isFrozen }
        nav = ManageNav(project, at: .collaboration, context)
        self.people = people.map { person in
            Person(
                name: person.user,
                path: "\(context.origin.prefix)/user/\(PercentEncoding.step(person.user))/",
                fullName: person.fullName, role: person.role.title,
                since: ShownTime(person.since), isFrozen: person.isFrozen,
                isYou: person.user == context.principal?.user.name,
                isOnlyOwner: person.role == .owner && !person.isFrozen && owners == 1,
                choices: Self.choices(chosen: person.role),
                changeLabel: "Role of \(person.user)", removeLabel: "Remove \(person.user)")
        }
        self.invitations = invitations.map { invitation in
            InvitationRow(
                uid: invitation.uid, user: invitation.user, role: invitation.role.title,
                isTransfer: invitation.isTransfer, by: invitation.invitedBy,
                until: ShownTime(invitation.expiresAt))
        }
        hasInvitations = !invitations.isEmpty
        self.changes = changes.map { change in
            ChangeRow(
                uid: change.uid, user: change.user, by: change.askedBy,
                role: change.role?.rawValue, due: ShownTime(change.dueAt))
        }
        // The form that changes somebody's role has a field of that name, too.
        let wanted = context.form.has("user") ? ProjectRole(rawValue: context.form["role"]) : nil
        roles = Self.choices(chosen: wanted ?? .maintainer)
        invitePath = context.link(.inviteCollaborator, values)
        transferPath = context.link(.transferProject, values)
        revokePath = context.link(.revokeInvitation, values)
        changePath = context.link(.changeRole, values)
        removePath = context.link(.removeCollaborator, values)
        cancelPath = context.link(.cancelRoleChange, values)
        waitDays = settings.objectionTime.components.seconds / 86_400
        standingDays = settings.longStanding.components.seconds / 86_400
        invitationDays = settings.invitationLifetime.components.seconds / 86_400
    }

    private static func choices(chosen: ProjectRole) -> [Choice] {
        ProjectRole.allCases.map { role in
            Choice(value: role.rawValue, title: role.title, isChosen: role == chosen)
        }
    }
}

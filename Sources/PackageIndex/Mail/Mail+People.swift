// The mails about who works on a project.

extension Mail {
    /// To the one invited.
    package static func invitation(
        to project: String, role: ProjectRole, by inviter: String, expires: Timestamp
    ) -> Mail {
        Mail(
            "invitation", "You are invited to \(shown(project))",
            [
                "\(shown(inviter)) invites you to be \(article(role)) of \(shown(project)). The "
                    + "invitation stands until \(expires.mailText)."
            ],
            link: .invitations,
            advice: "If you do not know the project, do nothing.")
    }

    /// To the project's owners: somebody was invited.
    package static func invitationSent(
        to project: String, invitee: String, role: ProjectRole, by inviter: String
    ) -> Mail {
        Mail(
            "invitation-sent", "\(shown(invitee)) was invited to \(shown(project))",
            [
                "\(shown(inviter)) invited \(shown(invitee)) to be \(article(role)) of "
                    + "\(shown(project))."
            ],
            link: .collaborators(of: project))
    }

    /// To the project's people: one more.
    package static func collaboratorAdded(
        _ user: String, to project: String, role: ProjectRole, by actor: String
    ) -> Mail {
        Mail(
            "collaborator-added", "\(shown(user)) was added to \(shown(project))",
            ["\(shown(user)) is now \(article(role)) of \(shown(project))."],
            details: [MailDetail("By", actor)], link: .collaborators(of: project))
    }

    /// To the one who was added.
    package static func youWereAdded(
        to project: String, role: ProjectRole, by actor: String
    ) -> Mail {
        Mail(
            "you-were-added", "You were added to \(shown(project))",
            ["You are now \(article(role)) of \(shown(project))."],
            details: [MailDetail("By", actor)], link: .project(project))
    }

    /// To the project's people: one less.
    package static func collaboratorRemoved(
        _ user: String, from project: String, by actor: String
    ) -> Mail {
        Mail(
            "collaborator-removed", "\(shown(user)) was removed from \(shown(project))",
            ["\(shown(user)) no longer works on \(shown(project))."],
            details: [MailDetail("By", actor)], link: .collaborators(of: project))
    }

    /// To the one who was removed.
    package static func youWereRemoved(from project: String, by actor: String) -> Mail {
        Mail(
            "you-were-removed", "You were removed from \(shown(project))",
            ["You no longer work on \(shown(project)); your tokens cannot write to it any more."],
            details: [MailDetail("By", actor)])
    }

    /// To the project's people: somebody's role is another.
    package static func roleChanged(
        of user: String, in project: String, to role: ProjectRole, by actor: String
    ) -> Mail {
        Mail(
            "role-changed", "\(shown(user)) has another role in \(shown(project))",
            ["\(shown(user)) is now \(article(role)) of \(shown(project))."],
            details: [MailDetail("By", actor)], link: .collaborators(of: project))
    }

    /// To the one whose role is another.
    package static func yourRoleChanged(
        in project: String, to role: ProjectRole, by actor: String
    ) -> Mail {
        Mail(
            "your-role-changed", "You have another role in \(shown(project))",
            ["You are now \(article(role)) of \(shown(project))."],
            details: [MailDetail("By", actor)], link: .project(project))
    }

    /// To the old owner and the new one, and everybody else who works on the project.
    package static func ownershipTransferred(
        of project: String, from old: String, to new: String, by actor: String
    ) -> Mail {
        Mail(
            "ownership-transferred", "\(shown(project)) has another owner",
            ["\(shown(project)) belonged to \(shown(old)) and now belongs to \(shown(new))."],
            details: [MailDetail("By", actor)], link: .project(project))
    }

    private static func article(_ role: ProjectRole) -> String {
        switch role {
        case .owner: "an owner"
        case .maintainer: "a maintainer"
        case .reader: "a reader"
        }
    }
}

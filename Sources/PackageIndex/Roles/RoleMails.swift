import Database

/// The mails that changes of a project send: to its people, and to whom a change is about.
extension Index {
    /// Queues a mail in the transaction that makes it true.
    func send(
        _ mail: Mail, to recipients: MailRecipients, at now: Timestamp,
        _ connection: any SQLConnection
    ) throws {
        try mail.enqueue(to: recipients, mailStyle, at: now, connection)
    }

    /// Tells a project's people what became of it.
    func tell(
        _ mail: Mail, peopleOf project: Project, at now: Timestamp,
        _ connection: any SQLConnection
    ) throws {
        try send(mail, to: .collaborators(ofProject: project.id), at: now, connection)
    }

    /// Tells the owners, and whom it is about, that a role was given, has changed, or is gone.
    ///
    /// Whom it is about is told at every address, as of all that touches an account: what somebody
    /// who stole it accepts, its owner hears of at addresses that were removed, too.
    func tellOfRole(
        _ role: ProjectRole?, was old: ProjectRole?, of user: User, in project: Project,
        by requester: Requester, at now: Timestamp, _ connection: any SQLConnection
    ) throws {
        let (name, actor) = (project.name, requester.mailName)
        let (others, own): (Mail, Mail) =
            switch (old, role) {
            case (nil, let role?):
                (
                    .collaboratorAdded(user.name, to: name, role: role, by: actor),
                    .youWereAdded(to: name, role: role, by: actor)
                )
            case (_, let role?):
                (
                    .roleChanged(of: user.name, in: name, to: role, by: actor),
                    .yourRoleChanged(in: name, to: role, by: actor)
                )
            case (_, nil):
                (
                    .collaboratorRemoved(user.name, from: name, by: actor),
                    .youWereRemoved(from: name, by: actor)
                )
            }
        let owners = try MailRecipients.owners(ofProject: project.id).resolve(at: now, connection)
        try others.enqueue(
            to: owners.filter { $0.userID != user.id }, mailStyle, at: now, connection)
        try send(own, to: .security(of: user.id), at: now, connection)
    }
}

extension Requester {
    /// Who it was, as mails say it.
    var mailName: String { name ?? "those who run the site" }

    /// The same where a command did it; nil of people, who read in the mail that it was themselves.
    var mailNameOfCommands: String? { isMachineOwner ? mailName : nil }
}

extension Mail {
    /// To a long-standing owner, at every address, and to the other owners: somebody wants to put
    /// them out.
    static func roleChangeAsked(
        of user: String, in project: String, to role: ProjectRole?, due: Timestamp,
        by actor: String
    ) -> Mail {
        let wish = role.map { "make \(shown(user)) \($0.rawValue)" } ?? "remove \(shown(user))"
        return Mail(
            "role-change-asked", "\(shown(user)) is to be put out of \(shown(project))",
            [
                "\(shown(actor)) wants to \(wish) in \(shown(project)). It comes about on "
                    + "\(due.mailText) unless \(shown(user)) or another owner cancels it before."
            ],
            details: [MailDetail("By", actor)], link: .projects,
            advice: "If this should not happen, sign in and cancel it. Somebody may have stolen an "
                + "owner's account.")
    }

    /// To the same: it does not come about.
    static func roleChangeCancelled(
        of user: String, in project: String, by actor: String
    ) -> Mail {
        Mail(
            "role-change-cancelled", "\(shown(user)) stays an owner of \(shown(project))",
            ["The change of the role of \(shown(user)) in \(shown(project)) was cancelled."],
            details: [MailDetail("By", actor)], link: .collaborators(of: project))
    }

    /// To administrators: a new project may pass for another.
    static func nameResembles(_ name: String, known: String, rule: String) -> Mail {
        Mail(
            "name-resembles", "The new project \(shown(name)) is named like \(shown(known))",
            [
                "The name of the new project \(shown(name)) is one slip away from "
                    + "\(shown(known)), which is much used. It may be a trap, or "
                    + "nothing at all."
            ],
            details: [MailDetail("Rule", rule)], link: .project(name))
    }
}

// The mails about what happens to a project and its files.

extension Mail {
    /// To the project's people: only those named may see it from now on.
    package static func madePrivate(_ project: String, by actor: String) -> Mail {
        Mail(
            "project-private", "\(shown(project)) is private now",
            ["Only its people and those whom they name can see \(shown(project)) from now on."],
            details: [MailDetail("By", actor)], link: .project(project))
    }

    /// To the project's people: everybody may see it from now on.
    package static func madePublic(_ project: String, by actor: String) -> Mail {
        Mail(
            "project-public", "\(shown(project)) is public now",
            ["Whoever may read this index can see \(shown(project)) from now on."],
            details: [MailDetail("By", actor)], link: .project(project))
    }

    /// To the project's people: a release is not to be chosen any more.
    package static func yanked(
        _ version: String, of project: String, reason: String?, by actor: String
    ) -> Mail {
        Mail(
            "release-yanked", "\(shown(project)) \(shown(version)) was yanked",
            [
                "Installers pass over \(shown(project)) \(shown(version)) now, unless somebody "
                    + "asks for exactly this version."
            ],
            details: (reason.map { [MailDetail("Reason", $0)] } ?? [])
                + [MailDetail("By", actor)], link: .project(project))
    }

    /// To the project's people: a release may be chosen again.
    package static func unyanked(_ version: String, of project: String, by actor: String) -> Mail {
        Mail(
            "release-unyanked", "\(shown(project)) \(shown(version)) is no longer yanked",
            ["Installers choose \(shown(project)) \(shown(version)) again."],
            details: [MailDetail("By", actor)], link: .project(project))
    }

    /// What was deleted or brought back.
    package enum Deletable: Sendable, Hashable {
        /// One file of a project.
        case file(String, of: String)
        /// A release with all its files.
        case release(String, of: String)
        /// A project with everything in it.
        case project(String)

        var text: String {
            switch self {
            case .file(let name, _): "The file \(Mail.shown(name))"
            case .release(let version, let project):
                "\(Mail.shown(project)) \(Mail.shown(version))"
            case .project(let name): "The project \(Mail.shown(name))"
            }
        }

        var project: String {
            switch self {
            case .file(_, let project), .release(_, let project): project
            case .project(let name): name
            }
        }

        var kind: String {
            switch self {
            case .file: "file"
            case .release: "release"
            case .project: "project"
            }
        }
    }

    /// To the project's people: something is gone, and until when it can come back.
    package static func deleted(
        _ thing: Deletable, restorableUntil end: Timestamp, by actor: String
    ) -> Mail {
        Mail(
            "\(thing.kind)-deleted", "\(thing.text) was deleted",
            [
                "\(thing.text) was deleted and can no longer be downloaded. An owner can bring "
                    + "it back until \(end.mailText); then it is gone for good. The names of its "
                    + "files are never used again."
            ],
            details: [MailDetail("By", actor)],
            link: thing.kind == "project" ? .projects : .management(of: thing.project))
    }

    /// To the project's people: something is back.
    package static func restored(_ thing: Deletable, by actor: String) -> Mail {
        Mail(
            "\(thing.kind)-restored", "\(thing.text) is back",
            ["\(thing.text) was brought back and can be downloaded again."],
            details: [MailDetail("By", actor)], link: .project(thing.project))
    }

    /// To the project's people: it is kept as it is, or worked on again.
    package static func archived(_ project: String, _ isArchived: Bool, by actor: String) -> Mail {
        Mail(
            isArchived ? "project-archived" : "project-unarchived",
            "\(shown(project)) \(isArchived ? "was archived" : "is no longer archived")",
            [
                isArchived
                    ? "\(shown(project)) says now that it gets no more releases, and takes none."
                    : "\(shown(project)) takes releases again."
            ],
            details: [MailDetail("By", actor)], link: .project(project))
    }

    /// To the project's people: nothing of it is offered until those who run the site have looked.
    package static func quarantined(
        _ project: String, reason: String?, by actor: String
    ) -> Mail {
        Mail(
            "project-quarantined", "\(shown(project)) was quarantined",
            [
                "Nothing of \(shown(project)) can be downloaded, and nobody changes it, until "
                    + "those who run the site have looked at it and end the quarantine."
            ],
            details: (reason.map { [MailDetail("Reason", $0)] } ?? [])
                + [MailDetail("By", actor)], link: .project(project),
            advice: "If somebody else published what should not be there, change your password, "
                + "revoke your tokens, and write to those who run the site. Write to them also if "
                + "this is a mistake.")
    }

    /// To the project's people: it is offered again.
    package static func quarantineEnded(_ project: String, by actor: String) -> Mail {
        Mail(
            "project-unquarantined", "\(shown(project)) is no longer quarantined",
            ["\(shown(project)) can be downloaded again, and takes releases again."],
            details: [MailDetail("By", actor)], link: .project(project))
    }

    /// To the project's people: it points to another one.
    package static func deprecated(
        _ project: String, successor: String?, by actor: String
    ) -> Mail {
        Mail(
            "project-deprecated", "\(shown(project)) was marked as deprecated",
            [
                successor.map {
                    "\(shown(project)) tells its users now to go over to \(shown($0))."
                } ?? "\(shown(project)) tells its users now to look for something else."
            ],
            details: [MailDetail("By", actor)], link: .project(project))
    }
}

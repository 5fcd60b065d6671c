/// Everything that may be asked of the index from outside, with who may ask it.
///
/// Each route names its operation; `docs/ACCESS.md` shows this table.
package enum Operation: String, Sendable, CaseIterable {
    /// Reading the front page, its style sheet and other pages that say nothing of projects.
    case readPublicPage
    /// Asking whether the server works.
    case readHealth
    /// Reading the list of projects.
    case readProjectList
    /// Reading a project's pages and JSON.
    case readProject
    /// Reading a file or its metadata.
    case readFile
    /// Publishing a file.
    case upload
    /// Changing a project: yanking, deleting, archiving.
    case manageProject
    /// Making the first administrator with the link that the server printed.
    case createFirstAdministrator
    /// An address that only says how to do it right.
    case readHint

    /// Who may do it.
    package var rule: AccessRule {
        switch self {
        case .readPublicPage, .readHealth, .readHint: .anyone
        case .createFirstAdministrator: .holderOfTheLink
        case .readProjectList, .readProject, .readFile: .readers
        case .upload: .members(scope: .upload, roles: [.owner, .maintainer])
        case .manageProject: .members(scope: .manage, roles: [.owner])
        }
    }
}

/// Who may do something.
package enum AccessRule: Sendable, Equatable {
    /// Everyone, signed in or not.
    case anyone
    /// Everyone where `access.read` is `anonymous`, else whoever is signed in (a token needs the
    /// scope `read` or no scope at all).
    case readers
    /// Who is signed in and has one of the roles in the project (a new project has no roles yet).
    case members(scope: TokenScope, roles: Set<ProjectRole>)
    /// Who shows the one-time secret of the link.
    case holderOfTheLink
}

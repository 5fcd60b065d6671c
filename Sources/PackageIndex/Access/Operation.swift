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
    /// Searching projects.
    case search
    /// Reading figures of the whole index.
    case readStatistics
    /// Publishing a file.
    case upload
    /// Looking after a project where nothing is lost by it: its releases, yanking, its history.
    case manageProject
    /// Changing what a project is, who may do what in it, or taking away what it has.
    case controlProject
    /// Making the first administrator with the link that the server printed.
    case createFirstAdministrator
    /// An address that only says how to do it right.
    case readHint
    /// Signing in and out, asking for a new password.
    case enterAccount
    /// Making an account, where the index makes accounts for everybody.
    case register
    /// Going on with a sign-in that was begun in the same browser.
    case continueSignIn
    /// Doing what a mailed link is for.
    case followLink
    /// Seeing and changing one's own account where it is not dangerous.
    case manageAccount
    /// Changing what protects one's own account: passwords, addresses, second factors, tokens.
    case protectAccount
    /// Looking after the index: prohibited names, limits.
    case administer

    /// Who may do it.
    package var rule: AccessRule {
        switch self {
        case .readPublicPage, .readHealth, .readHint: .anyone
        case .createFirstAdministrator: .holderOfTheLink
        case .readProjectList, .readProject, .readFile, .search, .readStatistics: .readers
        case .upload: .members(scope: .upload, roles: [.owner, .maintainer])
        case .manageProject: .members(scope: .manage, roles: [.owner])
        case .controlProject: .provenMembers(scope: .manage, roles: [.owner])
        case .enterAccount, .register, .continueSignIn, .followLink: .anyone
        case .manageAccount: .signedIn
        case .protectAccount: .proven
        case .administer: .administrators
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
    /// The same, and on pages they proved who they are in the last 30 minutes.
    case provenMembers(scope: TokenScope, roles: Set<ProjectRole>)
    /// Who shows the one-time secret of the link.
    case holderOfTheLink
    /// Who is signed in: a session on pages, a token with the scope `manage` elsewhere.
    case signedIn
    /// Who is signed in and proved who they are in the last 30 minutes.
    case proven
    /// Administrators who proved who they are in the last 30 minutes.
    case administrators
}

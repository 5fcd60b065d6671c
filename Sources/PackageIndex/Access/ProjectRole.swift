/// What a user is to a project.
package enum ProjectRole: String, Sendable, CaseIterable {
    /// Manages everything and uploads.
    case owner
    /// Uploads.
    case maintainer
    /// Reads, where the project is private; nobody is told who they are but the owners.
    case reader

    /// Whether files may be uploaded with it.
    package var uploads: Bool { self != .reader }

    /// The role as histories and mails name it, as in `add Owner alice`.
    package var title: String {
        switch self {
        case .owner: "Owner"
        case .maintainer: "Maintainer"
        case .reader: "Reader"
        }
    }

    /// The condition for roles that are told to everyone who sees the project.
    static let isTold = "roles.role <> 'reader'"
}

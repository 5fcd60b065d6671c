import Database

/// One line of the index's history: what changed, when, and by whom.
package struct JournalEntry: Sendable, Equatable {
    /// What happened, in the words that mirrors of PyPI know where PyPI has a word.
    package enum Action: String, Sendable, CaseIterable {
        case createProject = "create"
        case deleteProject = "remove project"
        case restoreProject = "restore project"
        case purgeProject = "purge project"
        case changeStatus = "change status"
        case changeVisibility = "change visibility"
        case changeRole = "change role"
        case newRelease = "new release"
        case deleteRelease = "remove release"
        case restoreRelease = "restore release"
        case yankRelease = "yank release"
        case unyankRelease = "unyank release"
        case addFile = "add file"
        case deleteFile = "remove file"
        case restoreFile = "restore file"
        case yankFile = "yank file"
        case unyankFile = "unyank file"

        /// Whether another release of the project may be its latest afterwards.
        ///
        /// A file that is added is yanked where its release is.
        var mayChangeLatestRelease: Bool {
            switch self {
            case .newRelease, .deleteRelease, .restoreRelease, .yankRelease, .unyankRelease,
                .deleteFile, .restoreFile, .yankFile, .unyankFile:
                true
            case .createProject, .deleteProject, .restoreProject, .purgeProject, .changeStatus,
                .changeVisibility, .changeRole, .addFile:
                false
            }
        }
    }

    /// The entry's place in the history of the index: rising in the order of commits.
    package let serial: Int64
    /// The project's normalised name.
    package let project: String
    /// The version concerned, normalised.
    package let version: String?
    /// The file concerned.
    package let filename: String?
    /// What happened.
    package let action: Action?
    /// More about it, for people.
    package let detail: String?
    /// Who did it: a user's name, nil for the index itself.
    package let actor: String?
    /// When.
    package let at: Timestamp

    init(_ row: SQLRow) throws {
        serial = try row.get("serial")
        project = try row.get("project")
        version = try row.get("version")
        filename = try row.get("filename")
        action = Action(rawValue: try row.get("action"))
        detail = try row.get("detail")
        actor = try row.get("actor")
        at = Timestamp(microseconds: try row.get("at"))
    }
}

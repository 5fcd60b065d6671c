import PackageIndex
import WebServer

/// Who gets which status where: what `docs/ACCESS.md` says, as a table.
enum AccessTable {
    /// The status for a caller, in a public and in a private project.
    static func status(
        _ operation: Operation, _ caller: Caller, _ access: IndexSettings.ReadAccess
    ) -> (public: Int, private: Int) {
        switch operation {
        case .readPublicPage, .readHealth, .readHint, .enterAccount, .followLink:
            return (200, 200)
        // Nobody of these has a session: they are sent to sign in.
        case .manageAccount, .protectAccount, .administer: return (303, 303)
        case .createFirstAdministrator: return (200, 200)
        case .readProjectList, .search, .readStatistics:
            let status = reading(caller, access, isLimitedToProjects: true)
            return (status, status)
        case .readProject, .readFile:
            let status = reading(caller, access, isLimitedToProjects: caller == .otherToken)
            guard admission(caller, access) == 200 else { return (status, status) }
            switch caller {
            case .readToken, .maintainer, .owner: return (status, 200)
            default: return (status, 404)
            }
        case .upload, .manageProject:
            switch caller {
            case .anonymous: return (401, 401)
            case .uploadToken, .maintainer, .owner: return (200, 200)
            default: return (403, 403)
            }
        }
    }

    /// What the index says before it looks at the project.
    private static func admission(_ caller: Caller, _ access: IndexSettings.ReadAccess) -> Int {
        switch caller {
        case .wrong, .frozen: 401
        case .anonymous: access == .anonymous ? 200 : 401
        case .uploadToken: access == .anonymous ? 200 : 403
        default: 200
        }
    }

    private static func reading(
        _ caller: Caller, _ access: IndexSettings.ReadAccess, isLimitedToProjects: Bool
    ) -> Int {
        let status = admission(caller, access)
        guard status == 200, caller == .otherToken, access == .authenticated else { return status }
        return isLimitedToProjects ? 403 : status
    }

    /// The table as `docs/ACCESS.md` has it for one setting of `access.read`.
    ///
    /// Where a private project is answered otherwise, that status stands after a slash.
    static func markdown(_ access: IndexSettings.ReadAccess) -> String {
        let operations: [Operation] = Operation.allCases.filter { $0 != .manageProject }
        var lines = [
            "| | " + operations.map { "`\($0.rawValue)`" }.joined(separator: " | ") + " |",
            "|---|" + operations.map { _ in "---|" }.joined(),
        ]
        for caller in Caller.allCases {
            let cells = operations.map { operation in
                let status = status(operation, caller, access)
                return status.public == status.private
                    ? "\(status.public)" : "\(status.public) / \(status.private)"
            }
            lines.append("| \(caller.title) | " + cells.joined(separator: " | ") + " |")
        }
        return lines.joined(separator: "\n")
    }
}

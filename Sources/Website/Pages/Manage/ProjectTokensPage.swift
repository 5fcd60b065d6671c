import PackageIndex
import WebServer

/// What the page of the tokens that can write to a project shows to its owners.
struct ProjectTokensPage {
    struct Row {
        let user: String
        let label: String
        let isOfCommand: Bool
        let scopes: String
        let isLimited: Bool
        let made: ShownTime
        let until: ShownTime?
        let used: ShownTime?
    }

    let nav: ManageNav
    let tokens: [Row]
    let hasTokens: Bool

    init(_ project: Project, _ tokens: [ProjectToken], _ context: IndexRequestContext) {
        nav = ManageNav(project, at: .tokens, context)
        self.tokens = tokens.map { token in
            Row(
                user: token.user, label: token.label ?? Token.labelOfCommands,
                isOfCommand: token.label == nil,
                scopes: token.scopes.map(\.rawValue).sorted().joined(separator: ", "),
                isLimited: token.isLimitedToProjects, made: ShownTime(token.createdAt),
                until: token.expiresAt.map(ShownTime.init),
                used: token.lastUsedAt.map(ShownTime.init))
        }
        hasTokens = !tokens.isEmpty
    }
}

import PackageIndex
import WebServer

/// What the page of one's own tokens shows.
struct OwnTokensPage {
    struct Row {
        let uid: String
        let label: String
        let scopes: String
        let limitedTo: String?
        let made: ShownTime
        let until: ShownTime?
        let isExpired: Bool
        let used: ShownTime?
        let revokeLabel: String
    }

    struct Choice {
        let value: String
        let title: String
        let hint: String
        let isChosen: Bool
    }

    /// How long tokens may be made to last, in days; 0 for until they are revoked.
    static let lifetimes = [7, 30, 90, 365, 0]

    let tokens: [Row]
    let hasTokens: Bool
    let scopes: [Choice]
    let projects: [Choice]
    let hasProjects: Bool
    /// Whether the token is for all projects, those to come among them.
    let isForAll: Bool
    let lifetimes: [Choice]
    let revokePath: String
    let path: String
    var label = ""
    var problem: String?
    /// The text of a token just made, which is shown this once.
    var made: String?
    var madeLabel = ""

    init(
        _ tokens: [Token], _ projects: [OwnProject], at now: Timestamp,
        _ context: IndexRequestContext
    ) {
        let spellings = Dictionary(
            projects.map { ($0.project.normalizedName, $0.project.name) },
            uniquingKeysWith: { first, _ in first })
        self.tokens = tokens.map { token in
            let label = token.label ?? Token.labelOfCommands
            return Row(
                uid: token.uid, label: label,
                scopes: token.scopes.map(\.rawValue).sorted().joined(separator: ", "),
                limitedTo: token.projects?.map { spellings[$0] ?? $0 }.joined(separator: ", "),
                made: ShownTime(token.createdAt), until: token.expiresAt.map(ShownTime.init),
                isExpired: token.state(at: now) == .expired,
                used: token.lastUsedAt.map(ShownTime.init),
                revokeLabel: "Revoke \(label)")
        }
        hasTokens = !tokens.isEmpty
        let form = context.form
        let isAgain = form.has("label")
        scopes = TokenScope.allCases.map { scope in
            let (title, hint) = scope.words
            return Choice(
                value: scope.rawValue, title: title, hint: hint,
                isChosen: isAgain
                    ? form.all("scope").contains(scope.rawValue) : scope == .upload)
        }
        self.projects = projects.map { own in
            let name = own.project.normalizedName
            return Choice(
                value: name, title: own.project.name, hint: own.role.title,
                isChosen: form.all("project").contains(name))
        }
        hasProjects = !projects.isEmpty
        isForAll = projects.isEmpty || form["limit"] == "all"
        let chosen = isAgain ? form["days"] : "90"
        lifetimes = Self.lifetimes.map { days in
            Choice(
                value: "\(days)", title: days == 0 ? "until I revoke it" : "\(days) days", hint: "",
                isChosen: "\(days)" == chosen)
        }
        revokePath = context.link(.revokeToken)
        path = context.link(.ownTokens)
        self.label = form["label"]
    }
}

extension TokenScope {
    /// What the scope is called on the site, and what it lets one do.
    fileprivate var words: (title: String, hint: String) {
        switch self {
        case .upload: ("Upload", "Publish files, as twine and uv do.")
        case .read: ("Read", "Read what is not open to everyone, as pip does.")
        case .manage: ("Manage", "Yank, delete and change projects by the API.")
        }
    }
}

import HTTPTypes
import PackageIndex
import WebServer

/// What a route answers to a caller, as far as access is concerned.
enum Verdict: String, Sendable {
    /// What was asked for, or what was wrong with it: the caller was let in.
    case yes
    /// A page sends the caller to sign in.
    case signIn = "sign in"
    /// A page asks the caller to prove again who they are.
    case prove
    case unauthorized = "401"
    case forbidden = "403"
    case notFound = "404"
}

/// Who gets what where: what `docs/ACCESS.md` says, as a table.
enum AccessTable {
    /// The verdict for a caller of their own face, in a public and in a private project.
    ///
    /// A new operation needs its line here; the compiler asks for it.
    static func verdict(
        _ operation: Operation, _ caller: Caller, _ access: IndexSettings.ReadAccess,
        isPage: Bool
    ) -> (public: Verdict, private: Verdict) {
        switch operation {
        case .readPublicPage, .readHealth, .readHint, .enterAccount, .createFirstAdministrator:
            return (.yes, .yes)
        // Nobody of these began a sign-in or holds a link, and a private index makes no accounts.
        case .register, .continueSignIn, .followLink: return both(.forbidden)
        case .readProjectList, .readStatistics, .search:
            return both(reading(caller, access, isPage, isOfOneProject: false))
        case .readProject, .readFile:
            let verdict = reading(caller, access, isPage, isOfOneProject: true)
            guard admission(caller, access, isPage) == .yes else { return both(verdict) }
            return (verdict, isTold(caller) ? .yes : .notFound)
        case .upload:
            switch caller {
            case .anonymous: return both(.unauthorized)
            case .uploadToken, .maintainer, .owner: return both(.yes)
            default: return both(.forbidden)
            }
        case .manageProject: return managing(caller, isPage, needsProof: false)
        case .controlProject: return managing(caller, isPage, needsProof: true)
        case .manageAccount, .protectAccount:
            let refused = signedIn(
                caller, isPage, needsProof: operation == .protectAccount)
            return both(refused ?? (caller == .otherToken ? .forbidden : .yes))
        case .administer:
            let refused = signedIn(caller, isPage, needsProof: true)
            let isAdministrator = [.administrator, .administeringPerson].contains(caller)
            return both(refused ?? (isAdministrator ? .yes : .forbidden))
        }
    }

    private static func both(_ verdict: Verdict) -> (public: Verdict, private: Verdict) {
        (verdict, verdict)
    }

    /// Why a caller is not known well enough; nil where they are.
    private static func signedIn(
        _ caller: Caller, _ isPage: Bool, needsProof: Bool
    ) -> Verdict? {
        switch caller {
        case .anonymous where isPage, .frozenPerson: .signIn
        case .anonymous, .wrong, .frozen: .unauthorized
        case .staleOwner where needsProof: .prove
        case .uploadToken, .readToken: .forbidden
        default: nil
        }
    }

    private static func managing(
        _ caller: Caller, _ isPage: Bool, needsProof: Bool
    ) -> (public: Verdict, private: Verdict) {
        if let refused = signedIn(caller, isPage, needsProof: needsProof) { return both(refused) }
        switch caller {
        case .owner, .owningPerson, .staleOwner: return both(.yes)
        case .maintainer, .reader, .maintainingPerson, .readingPerson: return both(.forbidden)
        default: return (.forbidden, .notFound)
        }
    }

    /// Whether a private project is there for the caller.
    private static func isTold(_ caller: Caller) -> Bool {
        switch caller {
        case .readToken, .reader, .maintainer, .owner, .readingPerson, .maintainingPerson,
            .staleOwner, .owningPerson:
            true
        default: false
        }
    }

    /// What the index says before it looks at the project.
    private static func admission(
        _ caller: Caller, _ access: IndexSettings.ReadAccess, _ isPage: Bool
    ) -> Verdict {
        switch caller {
        case .wrong, .frozen: return .unauthorized
        case .anonymous, .frozenPerson:
            guard access == .authenticated else { return .yes }
            return isPage ? .signIn : .unauthorized
        case .uploadToken: return access == .anonymous ? .yes : .forbidden
        default: return .yes
        }
    }

    private static func reading(
        _ caller: Caller, _ access: IndexSettings.ReadAccess, _ isPage: Bool,
        isOfOneProject: Bool
    ) -> Verdict {
        let verdict = admission(caller, access, isPage)
        guard verdict == .yes, caller == .otherToken, access == .authenticated else {
            return verdict
        }
        return .forbidden
    }

    /// The table as `docs/ACCESS.md` has it for one setting of `access.read`.
    ///
    /// Where a private project is answered otherwise, that stands after a slash.
    static func markdown(_ access: IndexSettings.ReadAccess) -> String {
        let operations = Operation.allCases
        var lines = [
            "| | " + operations.map { "`\($0.rawValue)`" }.joined(separator: " | ") + " |",
            "|---|" + operations.map { _ in "---|" }.joined(),
        ]
        let callers = Caller.allCases.map { ($0.title, $0, $0.isPerson) }
        let tools = callers.filter { !$0.2 }
        let people = [("nobody signed in", .anonymous, true)] + callers.filter(\.2)
        for (title, caller, isPage) in tools + people {
            let cells = operations.map { operation -> String in
                guard operation != .upload || !isPage else { return "–" }
                let verdict = verdict(operation, caller, access, isPage: isPage)
                return verdict.public == verdict.private
                    ? verdict.public.rawValue
                    : "\(verdict.public.rawValue) / \(verdict.private.rawValue)"
            }
            lines.append("| \(title) | " + cells.joined(separator: " | ") + " |")
        }
        return lines.joined(separator: "\n")
    }

    /// The table of addresses as `docs/ACCESS.md` has it.
    static var addresses: String {
        let rows = Route.all.map { route in
            let methods = route.methods.map(\.rawValue).joined(separator: ", ")
            return "| `\(route.pattern)` | \(methods) | `\(route.operation.rawValue)` |"
        }
        return (["| Address | Methods | Operation |", "|---|---|---|"] + rows)
            .joined(separator: "\n")
    }
}

/// One restriction of a token.
///
/// Numbers 0 to 3 are PyPI's, so that tools made for its tokens can restrict ours; numbers from 100
/// on are this index's own. A token may do what every one of its caveats lets pass.
package enum Caveat: Sendable, Hashable {
    /// 0: good from `notBefore` on and until just before `expiresAt`, in seconds since 1970.
    case expiration(expiresAt: Int64, notBefore: Int64)
    /// 1: good for projects with these normalized names.
    case projectNames([String])
    /// 2: good for the projects with these identifiers.
    case projectIDs([String])
    /// 3: good for this user.
    case requestUser(String)
    /// 100: good for acts that need one of these scopes.
    case scopes(Set<TokenScope>)
    /// Anything that this version cannot read: good for nothing.
    case unreadable
}

extension Caveat {
    /// Why the caveat forbids an act; nil when it lets it pass.
    package func refusal(in context: TokenContext) -> String? {
        switch self {
        case .expiration(let expiresAt, let notBefore):
            return Self.refusal(context.now, from: notBefore, until: expiresAt)
        case .projectNames(let names):
            guard let name = context.projectName else { return Self.limitedToProjects }
            return names.contains(name) ? nil : "the token is not valid for project '\(name)'"
        case .projectIDs(let identifiers):
            guard let name = context.projectName else { return Self.limitedToProjects }
            guard let identifier = context.projectID, identifiers.contains(identifier) else {
                return "the token was made for another project than today's '\(name)'"
            }
            return nil
        case .requestUser(let identifier):
            return identifier == context.userID ? nil : "the token belongs to another user"
        case .scopes(let scopes):
            return scopes.contains(context.scope)
                ? nil : "the token does not have the scope '\(context.scope.rawValue)'"
        case .unreadable:
            return "the token has a restriction that this index does not know"
        }
    }

    /// Why the caveat forbids every act at a moment; nil where the moment does not matter.
    func refusal(at now: Timestamp) -> String? {
        guard case .expiration(let expiresAt, let notBefore) = self else { return nil }
        return Self.refusal(now.seconds, from: notBefore, until: expiresAt)
    }

    private static func refusal(_ now: Int64, from start: Int64, until end: Int64) -> String? {
        if now < start { return "the token is not valid yet" }
        return now < end ? nil : "the token has expired"
    }

    /// Whether it names the projects that the token is for.
    var isAboutProjects: Bool {
        switch self {
        case .projectNames, .projectIDs: true
        case .expiration, .requestUser, .scopes, .unreadable: false
        }
    }

    private static let limitedToProjects = "the token is valid for acts on certain projects only"
}

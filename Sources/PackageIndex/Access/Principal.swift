/// Who is asking, proven: a user, and the token they came with if any.
package struct Principal: Sendable {
    /// The user whose rights count.
    package let user: User
    let token: PresentedToken?

    /// A user who proved who they are with a password, or the owner of the machine by a command.
    package init(user: User) {
        self.user = user
        self.token = nil
    }

    init(user: User, token: PresentedToken) {
        self.user = user
        self.token = token
    }

    /// Refuses what the token's caveats, or a project it is not for, rule out.
    func checkToken(
        _ scope: TokenScope, project: Project?, named name: String?, at now: Timestamp
    ) throws {
        let context = TokenContext(
            now: now.seconds, userID: user.uid, projectName: name, projectID: project?.uid,
            scope: scope)
        try check(token?.caveats ?? [], context)
    }

    /// Refuses what the token's caveats rule out in whatever project: its time, user and scope.
    func checkToken(_ scope: TokenScope, inAnyProjectAt now: Timestamp) throws {
        let context = TokenContext(
            now: now.seconds, userID: user.uid, projectName: nil, projectID: nil, scope: scope)
        try check((token?.caveats ?? []).filter { !$0.isAboutProjects }, context)
    }

    /// The user whose private projects may be told of where no one project is asked for; nil for a
    /// token that is not for reading, or is limited to projects.
    func privateReader(at now: Timestamp) -> Int64? {
        guard !isLimitedToProjects, (try? checkToken(.read, inAnyProjectAt: now)) != nil else {
            return nil
        }
        return user.id
    }

    /// Whether the user came with a token, rather than a password or a session.
    package var isByToken: Bool { token != nil }

    /// Whether the token is limited to certain projects.
    var isLimitedToProjects: Bool { token?.caveats.contains(where: \.isAboutProjects) ?? false }

    private func check(_ caveats: [Caveat], _ context: TokenContext) throws {
        for caveat in caveats {
            if let reason = caveat.refusal(in: context) {
                throw Refusal(.tokenForbids, "Invalid API Token: \(reason)")
            }
        }
    }
}

/// A token whose signature holds, with every caveat in its text and in the index's own record.
struct PresentedToken: Sendable {
    let id: Int64
    let caveats: [Caveat]
}

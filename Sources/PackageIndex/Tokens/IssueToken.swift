import Database
package import PythonPackaging

/// What a new token is to be good for.
package struct TokenRequest: Sendable {
    /// What its user will know it by; required of people, not of commands.
    package var label: String?
    /// The projects it is limited to; none means all of its user's.
    package var projects: [ProjectName]
    /// What may be done with it.
    package var scopes: Set<TokenScope>
    /// How long it lasts; nil means until it is revoked.
    package var lifetime: Duration?

    /// A token for uploading, unless said otherwise.
    package init(
        label: String? = nil, projects: [ProjectName] = [], scopes: Set<TokenScope> = [.upload],
        lifetime: Duration? = nil
    ) {
        self.label = label
        self.projects = projects
        self.scopes = scopes
        self.lifetime = lifetime
    }
}

/// A token just made, with the text that is shown this once.
package struct IssuedToken: Sendable, CustomStringConvertible {
    /// The token's identifier, which its text carries as well.
    package let uid: String
    /// The text that opens doors.
    package let text: String

    package var description: String { "(the token \(uid))" }
}

extension Index {
    /// Makes a token for a user, by the owner of the machine, and hands back its text.
    ///
    /// A project may be named before it exists. One that exists is also bound by its identifier,
    /// so that the token dies with it.
    package func issueToken(to userName: String, _ request: TokenRequest) async throws -> String {
        try await issue(request, by: .machineOwner) { try User.required(userName, in: $0) }.text
    }

    /// Makes a token for the requester.
    ///
    /// It needs a label that no other of their tokens has. One that is made with another token can
    /// do no more than that one: it inherits its restrictions.
    package func issueToken(
        _ request: TokenRequest, by requester: Requester
    ) async throws -> IssuedToken {
        let user = try requester.ownAccount(at: clock.now())
        var request = request
        request.label = try Self.checkedLabel(request.label)
        guard !request.scopes.isEmpty else {
            throw Refusal(.fieldMissing, "scopes: a token is for at least one thing.")
        }
        return try await issue(request, by: requester) { _ in user }
    }

    private static func checkedLabel(_ label: String?) throws -> String {
        let label = String((label ?? "").trimmingWhitespace)
        guard (1...100).contains(label.unicodeScalars.count),
            Shown.short(label, limit: .max) == label
        else {
            throw Refusal(
                .tokenLabelUnfit, "The token needs a label of 1 to 100 characters on one line.")
        }
        return label
    }

    private func issue(
        _ request: TokenRequest, by requester: Requester,
        for findUser: @Sendable @escaping (any SQLConnection) throws -> User
    ) async throws -> IssuedToken {
        let now = clock.now()
        let expiry = request.lifetime.map { now + $0 }
        let uid = Identifier.random()
        let rootKey = RandomBytes.make(32)
        let caveats = try await database.write { connection in
            try requester.hold(in: connection)
            let user = try findUser(connection)
            if !requester.isMachineOwner {
                try Self.countDone([(.tokensByUser, user.uid)], at: now, in: connection)
            }
            var caveats = [Caveat.requestUser(user.uid), .scopes(request.scopes)]
            let projects = try Self.named(request.projects, visibleTo: user, in: connection)
            if !request.projects.isEmpty {
                caveats.append(.projectNames(request.projects.map(\.normalized)))
                if projects.count == request.projects.count {
                    caveats.append(.projectIDs(projects.map(\.uid)))
                }
            }
            if let expiry {
                caveats.append(.expiration(expiresAt: expiry.seconds, notBefore: now.seconds))
            }
            for inherited in requester.principal?.token?.caveats ?? []
            where !caveats.contains(inherited) { caveats.append(inherited) }
            let isNew = try connection.run(
                """
                INSERT INTO tokens (uid, user_id, label, root_key, caveats, created_at, expires_at)
                VALUES ($1, $2, $3, $4, $5, $6, $7)
                ON CONFLICT (user_id, label) WHERE revoked_at IS NULL DO NOTHING
                """,
                uid, user.id, request.label, rootKey, Caveat.stored(caveats), now.microseconds,
                expiry?.microseconds)
            guard isNew == 1 else {
                throw Refusal(
                    .tokenLabelTaken,
                    "There is another token with the label '\(Shown.short(request.label ?? ""))'.")
            }
            try Self.note(
                .tokenAdded, .projectTokenAdded, uid, label: request.label, of: user,
                for: projects, by: requester, at: now, connection)
            let label = request.label ?? Token.labelOfCommands
            let spellings = request.projects.map { name in
                projects.first { $0.normalizedName == name.normalized }?.name ?? name.spelling
            }
            let mail = Mail.tokenMade(
                label: label, projects: spellings, expires: expiry,
                by: requester.mailNameOfCommands, MailOccasion(now, requester.client))
            try send(mail, to: .security(of: user.id), at: now, connection)
            try tellOwners(of: projects, label: label, caveats, of: user, at: now, connection)
            return caveats
        }
        let text = Macaroon.mint(
            location: "cheeseboard", identifier: uid, rootKey: rootKey,
            caveats: caveats.map(\.bytes)
        ).text
        return IssuedToken(uid: uid, text: text)
    }

    /// Tells the other owners of the projects that a token is limited to and can write to; of one
    /// that is for all of its user's projects no owner is told, since it is for none in particular.
    private func tellOwners(
        of projects: [Project], label: String, _ caveats: [Caveat], of user: User,
        at now: Timestamp, _ connection: any SQLConnection
    ) throws {
        for project in projects {
            guard let role = try Self.role(of: user, in: project, connection),
                !caveats.scopes(writingTo: project, as: role, user: user.uid, at: now).isEmpty
            else { continue }
            let owners = try MailRecipients.owners(ofProject: project.id)
                .resolve(at: now, connection).filter { $0.userID != user.id }
            // Where its maker sits is no business of theirs.
            try Mail.tokenCanWrite(
                to: project.name, label: label, user: user.name, MailOccasion(now)
            ).enqueue(to: owners, mailStyle, at: now, connection)
        }
    }

    /// The living projects of these names that a user may see: a private one of other people's is
    /// told apart from none by nothing, not even by what a token says of it.
    private static func named(
        _ names: [ProjectName], visibleTo user: User, in connection: any SQLConnection
    ) throws -> [Project] {
        try names.compactMap { name in
            let found = try Project.find(name.normalized, roleOf: user.id, in: connection)
            guard let (project, role) = found, project.isPublic || role != nil else { return nil }
            return project
        }
    }

    /// Writes into the histories of a token's user and of the projects that it is limited to.
    static func note(
        _ tag: EventTag, _ projectTag: EventTag, _ uid: String, label: String?, of user: User,
        for projects: [Project], by requester: Requester, at now: Timestamp,
        _ connection: any SQLConnection
    ) throws {
        let detail = ["token": uid, "label": label]
        try SecurityEvent.record(
            tag, user: user.id, detail, by: requester, at: now, in: connection)
        for project in projects
        where try role(of: user, in: project, connection)?.uploads ?? false {
            try SecurityEvent.record(
                projectTag, project: project.id, detail.merging(["user": user.name]) { $1 },
                by: requester, at: now, in: connection)
        }
    }
}

extension RateLimit {
    /// Each is told of by mail, to the owners of what it can write to as well.
    static let tokensByUser = RateLimit("tokens by user", 50, in: .seconds(24 * 3600))
}

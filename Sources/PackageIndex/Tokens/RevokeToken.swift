import Database

extension Index {
    /// Ends a token for good, found by its identifier as `token list` prints it; by the owner of
    /// the machine.
    package func revokeToken(_ uid: String) async throws {
        try await revokeToken(uid, by: .machineOwner)
    }

    /// Ends a token of the requester's for good; one that is not theirs, or is revoked already, is not
    /// there for them.
    package func revokeToken(_ uid: String, by requester: Requester) async throws {
        let now = clock.now()
        let owner = requester.isMachineOwner ? nil : try requester.ownAccount(at: now)
        try await database.write { connection in
            let row = try connection.row(
                "SELECT \(Token.columns) FROM tokens WHERE uid = $1",
                uid.utf8.contains(0) ? "" : uid)
            guard let token = try row.map(Token.init),
                owner == nil || owner?.id == token.userID && token.revokedAt == nil,
                let user = try User.find(id: token.userID, in: connection)
            else {
                throw Token.unknown(uid)
            }
            let changed = try connection.run(
                "UPDATE tokens SET revoked_at = $1 WHERE id = $2 AND revoked_at IS NULL",
                now.microseconds, token.id)
            guard changed == 1 else { return }
            let projects = try (token.projects ?? []).compactMap {
                try Project.find($0, in: connection)
            }
            try Self.note(
                .tokenRemoved, .projectTokenRemoved, uid, label: token.label, of: user,
                for: projects, by: requester, at: now, connection)
            try send(
                .tokenRevoked(
                    label: token.label ?? Token.labelOfCommands,
                    by: requester.mailNameOfCommands, MailOccasion(now, requester.client)),
                to: .security(of: user.id), at: now, connection)
        }
    }
}

extension Token {
    /// What mails and pages call a token that a command made, which needs no label.
    package static let labelOfCommands = "made by a command"

    static func unknown(_ uid: String) -> Refusal {
        Refusal(
            .tokenUnknown, "There is no token '\(Shown.short(uid))'.",
            help: "The list of tokens shows identifiers.")
    }
}

import Database
import Foundation
import Logging

/// What somebody typed who wants a new password, as it waits for its job.
struct ResetRequest: Codable, Sendable {
    /// A user's name or an address.
    let wanted: String
    let clientAddress: String?
    let userAgent: String?
    let network: String
}

extension Index {
    /// Takes the wish for a new password, by a user's name or an address.
    ///
    /// It does the same work and gives the same answer whoever exists: a job finds out later whether
    /// there is anybody to write to.
    package func requestPasswordReset(_ wanted: String, from client: ClientTrace) async throws {
        let wanted = String(wanted.trimmingWhitespace.prefix(254))
        try await countTry([(.resetsByAddress, client.rateKey)])
        let request = ResetRequest(
            wanted: wanted, clientAddress: client.address, userAgent: client.userAgent,
            network: client.rateKey)
        let payload = String(decoding: try JSONEncoder().encode(request), as: UTF8.self)
        let now = clock.now()
        try await database.write { connection in
            try Job.enqueue(
                .sendPasswordReset, key: "send-password-reset:\(Identifier.random())",
                payload: payload, at: now, connection)
        }
    }

    /// Writes to whom a wish for a new password is about, if there is somebody and they did not get
    /// too many such mails lately.
    ///
    /// Where an account has an address that was verified long ago, or had one until lately, the link
    /// goes to no other: an intruder's own address opens nothing.
    func sendPasswordReset(_ payload: String) async throws -> JobResult {
        guard
            let request = try? JSONDecoder().decode(
                ResetRequest.self, from: Data(payload.utf8))
        else { throw JobPayloadBroken(payload: payload) }
        let client = ClientTrace(
            address: request.clientAddress, userAgent: request.userAgent,
            network: request.network)
        let now = clock.now()
        let oldEnough = now - settings.longStanding
        return { [mailStyle] connection in
            let found = try Self.account(wanted: request.wanted, at: now, in: connection)
            guard let (user, wanted) = found, user.deletedAt == nil, !user.isFrozen else { return }
            let trusted = try EmailEntry.longStanding(
                of: user.id, verifiedBy: oldEnough, preferring: request.wanted, at: now,
                in: connection)
            guard let entry = trusted ?? wanted else { return }
            guard
                try Self.tally(
                    .resetMails, of: entry.address.lowercased(), at: now, in: connection) == nil,
                try Self.tally(.resetsByUser, of: user.uid, at: now, in: connection) == nil
            else { return }
            let occasion = MailOccasion(now, from: client)
            let email = try EmailAddress(entry.address)
            try SecurityEvent.record(
                .passwordResetRequested, user: user.id, by: nil, from: client, at: now,
                in: connection)
            guard entry.isVerified else {
                return try Mail.passwordResetUnverified(occasion).enqueue(
                    to: .address(email, of: user.id), mailStyle, at: now, connection)
            }
            let secret = try MailedLink.make(
                .resetPassword, for: user.id, about: "password", at: now, in: connection)
            try Mail.passwordReset(secret: secret.text, occasion).enqueue(
                to: .address(email, of: user.id), mailStyle, at: now, connection)
        }
    }

    /// The user whom somebody means, and the address that they mean: the one that was named, or the
    /// primary one of the user who was; nil for one that was removed.
    private static func account(
        wanted: String, at now: Timestamp, in connection: any SQLConnection
    ) throws -> (User, EmailEntry?)? {
        if let email = try? EmailAddress(wanted) {
            let entry =
                try EmailEntry.verified(email, in: connection)
                ?? connection.row(
                    """
                    SELECT \(EmailEntry.columns) FROM emails
                    WHERE normalized_address = $1 AND removed_at IS NULL ORDER BY id LIMIT 1
                    """, email.normalized
                ).map(EmailEntry.init)
            let owner = try entry?.userID ?? EmailEntry.lastHolder(of: email, at: now, connection)
            guard let owner, let user = try User.find(id: owner, in: connection) else {
                return nil
            }
            return (user, entry)
        }
        guard let user = try User.find(wanted, in: connection) else { return nil }
        return (user, try EmailEntry.all(of: user.id, in: connection).first(where: \.isPrimary))
    }
}

extension RateLimit {
    static let resetsByAddress = RateLimit("resets by address", 10, in: .seconds(24 * 3600))
    /// As many as the limit of one address comes to in a day.
    static let resetsByUser = RateLimit("resets by user", 12, in: .seconds(24 * 3600))
    /// As long as a link is good: who uses the limit up for somebody else leaves them one that is.
    static let resetMails = RateLimit("reset mails", 3, in: MailedLink.lifetime)
}

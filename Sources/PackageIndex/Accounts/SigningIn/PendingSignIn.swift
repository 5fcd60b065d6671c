import Database

/// A ceremony that goes on over several pages of one browser: a sign-in that waits for its second
/// factor, or a question that an authenticator is to answer.
///
/// The browser holds its secret in a cookie; nobody else can go on with it.
struct PendingSignIn: Sendable {
    /// What it waits for.
    enum Step: String, Sendable {
        /// A second factor, after the right password.
        case factor
        /// The mailed link, after a factor that can be phished.
        case device
        /// A passkey of whoever it belongs to.
        case passkey
        /// A new security key or passkey for somebody who is signed in.
        case registration
    }

    let id: Int64
    let step: Step
    /// Whose it is; nil for a passkey's until it says so.
    let userID: Int64?
    /// The question for an authenticator, in base64url.
    let challenge: String
    /// Where to go afterwards.
    let nextPath: String?

    /// How long somebody has to find their second factor.
    static let lifetime: Duration = .seconds(5 * 60)

    private static let columns = "id, step, user_id, challenge, next_path"

    private init(_ row: SQLRow) throws {
        id = try row.get("id")
        step = Step(rawValue: try row.get("step")) ?? .factor
        userID = try row.get("user_id")
        challenge = try row.get("challenge")
        nextPath = try row.get("next_path")
    }

    /// Begins one and hands back the secret for the browser.
    static func begin(
        _ step: Step, for userID: Int64?, next: String?, at now: Timestamp,
        in connection: any SQLConnection
    ) throws -> BearerSecret {
        let secret = BearerSecret()
        try connection.run(
            """
            INSERT INTO sign_ins
                (secret_hash, step, user_id, challenge, next_path, created_at, expires_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """, secret.digest, step.rawValue, userID, Self.freshChallenge(), next,
            now.microseconds, (now + lifetime).microseconds)
        return secret
    }

    /// The one of a secret, where it waits for this; refused where it ended or took too long.
    static func find(
        _ secret: BearerSecret?, at step: Step, now: Timestamp, in connection: any SQLConnection
    ) throws -> PendingSignIn {
        let row = try secret.flatMap { secret in
            try connection.row(
                """
                SELECT \(columns) FROM sign_ins
                WHERE secret_hash = $1 AND step = $2 AND expires_at > $3
                """, secret.digest, step.rawValue, now.microseconds)
        }
        guard let row else {
            throw Refusal(.signInExpired, "This took too long, or was begun in another browser.")
        }
        return try PendingSignIn(row)
    }

    /// Takes the question out of use, before its answer is judged: no answer counts twice.
    ///
    /// Refused where another request was quicker.
    func useChallenge(in connection: any SQLConnection) throws {
        let changed = try connection.run(
            "UPDATE sign_ins SET challenge = $1 WHERE id = $2 AND challenge = $3",
            Self.freshChallenge(), id, challenge)
        guard changed == 1 else {
            throw Refusal(.factorWrong, "This question was answered already; try once more.")
        }
    }

    /// Lets it wait for the mailed link.
    func awaitDevice(until end: Timestamp, in connection: any SQLConnection) throws {
        try connection.run(
            "UPDATE sign_ins SET step = $1, expires_at = $2 WHERE id = $3",
            Step.device.rawValue, end.microseconds, id)
    }

    /// Ends it; refused where another request was quicker.
    func end(in connection: any SQLConnection) throws {
        guard try connection.run("DELETE FROM sign_ins WHERE id = $1", id) == 1 else {
            throw Refusal(.signInExpired, "This was done already in another tab.")
        }
    }

    private static func freshChallenge() -> String { BearerSecret().text }
}

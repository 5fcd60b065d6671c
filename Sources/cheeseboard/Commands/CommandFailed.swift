/// Why a command could not do its work: bad settings, a missing folder, a database that is away.
struct CommandFailed: Error, CustomStringConvertible {
    let description: String

    init(_ message: String) {
        description = message
    }
}

/// The answer to the question is no: `verify` found damage, `check` found a refusal.
struct AnswerIsNo: Error {}

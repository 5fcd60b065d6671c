/// What a code from an authenticator app turned out to be.
package enum CodeJudgement: Sendable, Hashable {
    /// It belongs to this step, which no later code may precede again.
    case right(step: Int64)
    /// It was right, and it or a later one has been used: each code opens one door once.
    case used
    /// It belongs to a time so many seconds from now (negative for the past): the clock is wrong.
    case clockOff(seconds: Int)
    /// It is none of this secret's codes of these minutes.
    case wrong
}

extension AuthenticatorSecret {
    /// How many steps before and after the present one are taken as right.
    static let allowedSteps: Int64 = 1
    /// How many steps away a wrong clock is recognised.
    static let recognizedSteps: Int64 = 10

    /// Judges what someone typed; white space in it does not count.
    ///
    /// Every step is compared, so that the time says nothing about which one it was.
    package func judge(_ typed: String, at now: Timestamp, lastStep: Int64) -> CodeJudgement {
        let typed = typed.filter { !$0.isWhitespace }
        let present = Self.step(at: now)
        var match: Int64?
        for distance in -Self.recognizedSteps...Self.recognizedSteps {
            // A code may by chance belong to two steps: the nearest counts.
            let isNearer = match.map { abs(distance) < abs($0) } ?? true
            if code(at: present + distance) == typed, isNearer { match = distance }
        }
        guard let match else { return .wrong }
        guard abs(match) <= Self.allowedSteps else { return .clockOff(seconds: Int(match) * 30) }
        return present + match > lastStep ? .right(step: present + match) : .used
    }
}

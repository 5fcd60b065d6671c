/// A rule's "no" to a caller: what was wrong, where, and what to do.
///
/// It knows nothing of HTTP: each face turns it into its own form in one place. A disk, database or
/// programming failure is never a refusal.
package struct Refusal: Error, Sendable, Equatable, CustomStringConvertible {
    /// The stable, documented name of the rule.
    package let code: RefusalCode
    /// One sentence that says what was wrong and where.
    package let message: String
    /// What the caller can do about it; the code's general cure where nothing better is known.
    package let help: String
    /// After how many seconds it is worth trying again; nil where time changes nothing or is not
    /// known.
    package let retryAfter: Int?

    /// Makes a refusal in the words of this very case.
    package init(
        _ code: RefusalCode, _ message: String, help: String? = nil, retryAfter: Int? = nil
    ) {
        self.code = code
        self.message = message
        self.help = help ?? code.cure
        self.retryAfter = retryAfter
    }

    /// The class of the refusal, which decides how a face answers.
    package var kind: RefusalKind { code.kind }

    package var description: String { "\(code.rawValue): \(message)" }
}

/// The classes of refusals.
package enum RefusalKind: String, Sendable, CaseIterable {
    case invalid, unauthenticated, forbidden, notFound, conflict, gone, tooLarge, tooMany
}

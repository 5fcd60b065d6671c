/// Why a body is not a form that this parser accepts.
package struct MultipartInvalid: Error, Sendable, Equatable, CustomStringConvertible {
    /// What callers tell apart.
    package enum Kind: Sendable, Equatable {
        /// The bytes are not a form, or one that could be read in two ways.
        case malformed
        /// The form is larger than a limit allows.
        case tooLarge
    }

    /// What callers tell apart.
    package let kind: Kind

    /// What is wrong and where.
    package let message: String

    /// The message.
    package var description: String { message }

    init(_ message: String, kind: Kind = .malformed) {
        self.kind = kind
        self.message = message
    }
}

/// Says why the file system did not do what was asked.
package struct StorageFailure: Error, Sendable, Equatable, CustomStringConvertible {
    /// What callers tell apart.
    package enum Kind: Sendable, Equatable {
        /// No space is left, or a quota is used up.
        case full
        /// The file or folder is not there.
        case missing
        /// The process may not do this, or the file system is read-only.
        case denied
        /// Anything else; the message says what.
        case other
    }

    /// What callers tell apart.
    package let kind: Kind

    /// One sentence for the log: what was tried, where, and what the system said.
    package let message: String

    /// The message.
    package var description: String { message }

    /// The system's error number, or 0 when the failure is not the system's.
    let code: Int32

    init(_ kind: Kind, _ message: String, code: Int32 = 0) {
        self.kind = kind
        self.message = message
        self.code = code
    }
}

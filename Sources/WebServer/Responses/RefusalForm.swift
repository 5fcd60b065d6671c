/// The forms in which a face says no.
package enum RefusalForm: Sendable {
    /// The text in the status line and in the body, as upload clients read it.
    case upload
    /// RFC 9457 `application/problem+json`.
    case problem
    /// `{"message": …}`, as PyPI's JSON API answers.
    case json
    /// A page for people.
    case page
}

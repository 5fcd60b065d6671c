/// Who may be shown an answer that was made for one caller: what a cache must know.
package enum Audience: Sendable, Hashable {
    /// Everyone who may read the index.
    case everyone
    /// The user of this number, whatever tokens of theirs allow.
    case user(Int64)
}

extension Project {
    /// Who may be shown what the principal sees of the project.
    package func audience(of principal: Principal?) -> Audience {
        isPublic ? .everyone : principal.map { .user($0.user.id) } ?? .everyone
    }
}

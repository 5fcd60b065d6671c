/// Whom a project is there for.
package enum Visibility: String, Sendable, CaseIterable {
    /// Everyone who may read the index.
    case `public`
    /// Its owners, maintainers and readers only.
    case `private`
}

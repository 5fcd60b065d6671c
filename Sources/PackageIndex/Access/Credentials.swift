/// What a caller shows to say who they are; it never prints its secret.
package enum Credentials: Sendable, CustomStringConvertible {
    /// A user's name and password.
    case password(user: String, password: String)
    /// An API token's text.
    case token(String)

    package var description: String {
        switch self {
        case .password(let user, _): "the password of '\(Shown.short(user))'"
        case .token: "an API token"
        }
    }
}

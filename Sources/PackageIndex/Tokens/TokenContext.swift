/// What somebody is about to do with a token, as far as caveats ask.
package struct TokenContext: Sendable, Equatable {
    /// The time, in seconds since 1970.
    package var now: Int64
    /// The identifier of the user whom the token stands for.
    package var userID: String
    /// The normalized name of the project that is acted on; nil when none is.
    package var projectName: String?
    /// The identifier of that project; nil when there is none or it does not exist yet.
    package var projectID: String?
    /// The scope that the act needs.
    package var scope: TokenScope

    /// Describes one act.
    package init(
        now: Int64, userID: String, projectName: String?, projectID: String?, scope: TokenScope
    ) {
        self.now = now
        self.userID = userID
        self.projectName = projectName
        self.projectID = projectID
        self.scope = scope
    }
}

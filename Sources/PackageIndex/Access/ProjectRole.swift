/// What a user is to a project.
package enum ProjectRole: String, Sendable, CaseIterable {
    /// Manages everything and uploads.
    case owner
    /// Uploads.
    case maintainer
}

package import PackageIndex

/// A project's page that is still to be rendered.
package struct ProjectPage: Sendable {
    /// What a page is made of.
    package enum Text: Sendable {
        /// The page as it is sent.
        case whole(String)
        /// The page with gaps for the server's own address, see ``AddressedText``.
        case addressed(String)
    }

    /// The project that it shows.
    package let project: Project
    private let text: @Sendable () -> Text

    /// A page whose text is written when it is rendered.
    package init(_ project: Project, _ text: @escaping @Sendable () -> Text) {
        self.project = project
        self.text = text
    }

    /// The page, ready to be sent: work for a thread that may be busy for a while.
    func render(for audience: Audience) -> IndexPage {
        switch text() {
        case .whole(let text):
            IndexPage(text, serial: project.lastSerial, project: project, audience: audience)
        case .addressed(let text):
            IndexPage(
                AddressedText(text), serial: project.lastSerial, project: project,
                audience: audience)
        }
    }
}

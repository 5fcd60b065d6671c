package import PackageIndex

/// An index page, ready to be sent.
///
/// It is made once a change and shared by every request until the next.
package struct IndexPage: Sendable {
    private enum Content: Sendable {
        case one(PageBody)
        case list(html: PageBody, json: PageBody)
        case addressed(AddressedText)
    }

    private let content: Content
    /// The serial of the newest change that it shows.
    package let serial: Int64
    /// The project that it shows; nil for what is about many.
    package let project: Project?
    /// Who may be shown it.
    package let audience: Audience
    /// What it takes in memory, in bytes.
    package let cost: Int

    /// Compresses and hashes a text, once for all who will be sent it.
    package init(_ text: String, serial: Int64, project: Project?, audience: Audience) {
        let body = PageBody(text)
        content = .one(body)
        self.serial = serial
        self.project = project
        self.audience = audience
        cost = body.cost
    }

    /// A page that holds the server's own address, which is put in when it is sent.
    package init(_ text: AddressedText, serial: Int64, project: Project?, audience: Audience) {
        content = .addressed(text)
        self.serial = serial
        self.project = project
        self.audience = audience
        cost = text.cost
    }

    /// The list of projects, in both its forms.
    ///
    /// - Parameters:
    ///   - html: The list as HTML.
    ///   - json: The same list as JSON.
    ///   - serial: The serial that it was read at.
    ///   - audience: Who may be shown it.
    ///   - cost: What it takes in memory beyond the pieces that are kept elsewhere, in bytes.
    package init(html: PageBody, json: PageBody, serial: Int64, audience: Audience, cost: Int) {
        content = .list(html: html, json: json)
        self.serial = serial
        project = nil
        self.audience = audience
        self.cost = cost
    }

    /// The body to be sent as HTML or as JSON, where there are both, by a server of this address.
    package func body(asHTML: Bool, at address: String) -> PageBody {
        switch content {
        case .one(let body): body
        case .list(let html, let json): asHTML ? html : json
        case .addressed(let text): text.keptBody(at: address) ?? text.body(at: address)
        }
    }
}

package import PackageIndex

/// What the API promises at one address: a route with what it takes and what it answers.
///
/// The document, the page of help, the checks of requests and the form of answers are made from it.
package struct Contract: Sendable {
    /// The address, the method, and who may.
    package let route: Route
    /// Which part of the index it is about.
    package let subject: Subject
    /// What it does, in a few words.
    package let summary: String
    /// What else there is to know.
    package let notes: String?
    /// The values that the query may have.
    package let query: [Shape.Member]
    /// What the body has to be; nil where none is read.
    package let body: Shape?
    /// What is answered where it worked.
    package let answer: Answer
    /// The refusals that are this operation's own.
    package let refusals: [RefusalCode]
    /// What can be done next with what was answered.
    let links: [Link]

    /// Parts of the index.
    package enum Subject: String, Sendable, CaseIterable {
        case projects = "Projects"
        case releases = "Releases"
        case files = "Files"
        case people = "People of a project"
        case account = "Your account"
        case tokens = "Tokens"
        case search = "Search"
        case index = "The index"
    }

    /// What is answered where it worked.
    package enum Answer: Sendable {
        /// 200 with a value.
        case content(Shape)
        /// 200 with some of many values and the address of the next.
        case page(of: Shape)
        /// 201 with a value, and the address where it is.
        case created(Shape)
        /// 200 with JSON of a media type of its own, which another page describes.
        case foreign(type: String, String)
        /// 204.
        case nothing
        /// 204, or 202 with what is going to be done later.
        case nothingOrLater(Shape)
    }

    /// Another operation that takes a value of an answer.
    struct Link: Sendable {
        let route: Route
        /// The values of the other's address by where they are found here.
        let values: [(name: String, expression: String)]
    }

    init(
        _ route: Route, _ subject: Subject, _ summary: String, notes: String? = nil,
        query: [Shape.Member] = [], body: Shape? = nil, answer: Answer,
        refusals: [RefusalCode] = [], links: [Link] = []
    ) {
        self.route = route
        self.subject = subject
        self.summary = summary
        self.notes = notes
        self.query = query
        self.body = body
        self.answer = answer
        self.refusals = refusals
        self.links = links
    }

    /// Every operation of the API, by subject.
    package static let all: [Contract] =
        ofProjects + ofReleases + ofFiles + ofPeople + ofAccount + ofTokens + ofSearch + ofIndex

    /// The contracts by the names of their routes.
    package static let byRoute: [Route: Contract] = Dictionary(
        all.map { ($0.route, $0) }, uniquingKeysWith: { first, _ in first })
}

extension Contract {
    /// Who may, in words for the document.
    package var access: String {
        switch route.operation.rule {
        case .anyone, .holderOfTheLink: "Everyone."
        case .readers:
            "Everyone, or who has a token with the scope `read` where the index is closed or the "
                + "project is private."
        case .members, .provenMembers:
            "A token with the scope `manage` of somebody with the role for it."
        case .signedIn, .proven: "A token with the scope `manage`."
        case .administrators: "A token with the scope `manage` of an administrator."
        }
    }

    /// Whether a token has to be shown.
    var needsToken: Bool {
        switch route.operation.rule {
        case .anyone, .holderOfTheLink, .readers: false
        case .members, .provenMembers, .signedIn, .proven, .administrators: true
        }
    }

    /// Whether a role in a project is needed.
    private var needsRole: Bool {
        switch route.operation.rule {
        case .members, .provenMembers: true
        case .anyone, .holderOfTheLink, .readers, .signedIn, .proven, .administrators: false
        }
    }

    /// Every refusal that it may answer with.
    package var everyRefusal: [RefusalCode] {
        var codes = refusals
        if route.operation.rule != .anyone { codes += [.credentialsInvalid, .tokenForbids] }
        if needsToken || route.operation.rule == .readers { codes.append(.credentialsMissing) }
        if route.operation.rule == .administrators { codes.append(.administratorsOnly) }
        if needsRole { codes += [.emailUnverified, .secondFactorMissing] }
        codes += [.hostUnknown, .parameterInvalid]
        if body != nil {
            codes += [.bodyMalformed, .bodyInvalid, .bodyTooLarge, .mediaTypeUnsupported]
        }
        return RefusalCode.allCases.filter(codes.contains)
    }
}

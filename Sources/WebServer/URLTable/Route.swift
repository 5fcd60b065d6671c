package import HTTPTypes
package import PackageIndex

/// Every address that the server answers: the one table behind routing, access and links.
///
/// Earlier cases win over later ones where both fit.
package enum Route: String, Sendable, CaseIterable {
    case front
    case uploadAtRoot
    case stylesheet
    case health
    case firstAdministratorForm
    case firstAdministrator
    case upload
    case uploadHint
    case projectList
    case project
    case plainProjectList
    case plainProject
    case plainProjectListBesideUpload
    case plainProjectBesideUpload
    case file
    case mirroredFile
    case projectJSON
    case releaseJSON
    case nativeReport

    /// The address.
    package var pattern: PathPattern { Self.patterns[self] ?? PathPattern("/") }

    /// The methods that it takes; HEAD comes with GET.
    package var methods: [HTTPRequest.Method] {
        switch self {
        case .upload, .uploadAtRoot, .firstAdministrator: [.post]
        default: [.get, .head]
        }
    }

    /// What is done there, and so who may.
    package var operation: Operation {
        switch self {
        case .front, .stylesheet: .readPublicPage
        case .health: .readHealth
        case .firstAdministratorForm, .firstAdministrator: .createFirstAdministrator
        case .upload, .uploadAtRoot: .upload
        case .uploadHint: .readHint
        case .projectList, .plainProjectList, .plainProjectListBesideUpload: .readProjectList
        case .project, .plainProject, .plainProjectBesideUpload: .readProject
        case .projectJSON, .releaseJSON: .readProject
        case .file, .mirroredFile, .nativeReport: .readFile
        }
    }

    /// The form in which it says no.
    package var refusalForm: RefusalForm {
        switch self {
        case .upload, .uploadAtRoot: .upload
        case .front, .stylesheet, .firstAdministratorForm, .firstAdministrator: .page
        case .projectJSON, .releaseJSON: .json
        case .health, .uploadHint, .projectList, .project, .plainProjectList, .plainProject,
            .plainProjectListBesideUpload, .plainProjectBesideUpload, .file,
            .mirroredFile, .nativeReport:
            .problem
        }
    }

    private var address: String {
        switch self {
        case .front, .uploadAtRoot: "/"
        case .stylesheet: "/static/{file}"
        case .health: "/_health"
        case .firstAdministratorForm, .firstAdministrator: "/setup/{secret}"
        case .upload, .uploadHint: "/legacy/?"
        case .projectList: "/simple/"
        case .project: "/simple/{name}/"
        case .plainProjectList: "/+simple/"
        case .plainProject: "/+simple/{name}/"
        case .plainProjectListBesideUpload: "/legacy/+simple/"
        case .plainProjectBesideUpload: "/legacy/+simple/{name}/"
        case .file: "/files/{sha256}/{filename}"
        // bandersnatch takes over only files whose addresses begin like this.
        case .mirroredFile: "/packages/{sha256}/{filename}"
        case .projectJSON: "/pypi/{name}/json/?"
        case .releaseJSON: "/pypi/{name}/{version}/json/?"
        case .nativeReport: "/api/v1/projects/{name}/files/{filename}/native"
        }
    }

    private static let patterns = Dictionary(
        uniqueKeysWithValues: Route.allCases.map { ($0, PathPattern($0.address)) })
}

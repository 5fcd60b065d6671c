import Hummingbird
import PackageIndex
import WebServer

/// What surrounds every page: who is signed in, where the site stands, what there is to tell.
///
/// Mustache sees stored properties only.
struct Shell {
    /// The path under which the server stands; every link begins with it.
    let prefix: String
    /// The address of the site as the reader reached it, for commands to copy.
    let base: String
    /// The name of whoever is signed in.
    let userName: String?
    /// The address of their own page.
    let userPath: String?
    /// Whether they administer the index.
    let isAdmin: Bool
    /// The mark that every form carries.
    let csrf: String
    /// What the page before wants told.
    let notice: String?

    init(_ context: IndexRequestContext, notice: Notice?) {
        prefix = context.origin.prefix
        base = context.origin.base
        let user = context.session?.user
        userName = user?.name
        userPath = user.map { "\(context.origin.prefix)/user/\(PercentEncoding.step($0.name))/" }
        isAdmin = user?.isAdmin ?? false
        csrf = context.formMark
        self.notice = notice?.text
    }
}

/// A page as its template sees it: the shell around, and the page's own model, whose names win.
struct ShelledPage {
    let shell: Shell
    let page: Any
}

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
    /// The mark that every form carries; nil on pages that are the same for everybody.
    let csrf: LazyMark?
    /// What the page before wants told.
    let notice: String?
    /// Changes with the style sheet and scripts, so that browsers keep them until then.
    let assets = StaticFiles.version

    /// The shell for everybody who is not signed in, which is the same for all of them.
    init(prefix: String, base: String) {
        self.prefix = prefix
        self.base = base
        userName = nil
        userPath = nil
        isAdmin = false
        csrf = nil
        notice = nil
    }

    init(_ context: IndexRequestContext, notice: Notice?) {
        prefix = context.origin.prefix
        base = context.origin.base
        let user = context.session?.user
        userName = user?.name
        userPath = user.map { "\(context.origin.prefix)/user/\(PercentEncoding.step($0.name))/" }
        isAdmin = user?.isAdmin ?? false
        csrf = LazyMark { FormMark.make(from: context.formSecret) }
        self.notice = notice?.text
    }
}

/// A page as its template sees it: the shell around, and the page's own model, whose names win.
struct ShelledPage {
    let shell: Shell
    let page: Any
}

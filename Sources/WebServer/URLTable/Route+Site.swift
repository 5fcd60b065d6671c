import HTTPTypes
import PackageIndex

extension Route {
    static let site: [Route] = [
        front, stylesheet, favicon, firstAdministratorForm, firstAdministrator, projectPage,
        releasePage,
        releaseNativePage, userPage, classifiersPage, classifiersText, classifiersLegacy, helpPage,
        securityPage, releasesFeed, projectsFeed, projectFeed, sitemap, sitemapPart, robots,
        securityContact, securityContactOfOld, shortProject, shortUser, oldProject, oldRelease,
        oldSitemap, oldRoleLink, oldUnverifiedAccount, oldAuthenticatorPicture, oldRecoveryCodes,
    ]

    package static let projectPage = get("projectPage", "/project/{name}/", .readProject, .page)
    package static let releasePage = get(
        "releasePage", "/project/{name}/{version}/", .readProject, .page)
    package static let releaseNativePage = get(
        "releaseNativePage", "/project/{name}/{version}/native/", .readProject, .page)
    package static let userPage = get("userPage", "/user/{user}/", .readProject, .page)
    package static let classifiersPage = get(
        "classifiersPage", "/classifiers/", .readPublicPage, .page)
    /// The classifiers one a line, for tools.
    package static let classifiersText = get(
        "classifiersText", "/classifiers.txt", .readPublicPage, .problem)
    /// Where PyPI answers with the classifiers: `/pypi?:action=list_classifiers`.
    package static let classifiersLegacy = get(
        "classifiersLegacy", "/pypi/?", .readPublicPage, .problem)
    package static let helpPage = get("helpPage", "/help/", .readPublicPage, .page)
    package static let securityPage = get("securityPage", "/security/", .readPublicPage, .page)
    package static let releasesFeed = get(
        "releasesFeed", "/rss/updates.xml", .readProjectList, .problem)
    package static let projectsFeed = get(
        "projectsFeed", "/rss/packages.xml", .readProjectList, .problem)
    package static let projectFeed = get(
        "projectFeed", "/rss/project/{name}/releases.xml", .readProject, .problem)
    package static let sitemap = get("sitemap", "/sitemap.xml", .readProjectList, .problem)
    package static let sitemapPart = get(
        "sitemapPart", "/sitemaps/{part}", .readProjectList, .problem)
    package static let robots = get("robots", "/robots.txt", .readPublicPage, .problem)
    package static let securityContact = get(
        "securityContact", "/.well-known/security.txt", .readPublicPage, .problem)
    package static let securityContactOfOld = get(
        "securityContactOfOld", "/security.txt", .readPublicPage, .problem)
    /// PyPI's short addresses, and those of its first years.
    package static let shortProject = get("shortProject", "/p/{name}/", .readHint, .page)
    package static let shortUser = get("shortUser", "/u/{user}/", .readHint, .page)
    package static let oldProject = get("oldProject", "/pypi/{name}/", .readHint, .page)
    package static let oldRelease = get("oldRelease", "/pypi/{name}/{version}/", .readHint, .page)
    /// PyPI's addresses of what stands elsewhere here.
    package static let oldSitemap = get("oldSitemap", "/sitemap/", .readHint, .page)
    package static let oldRoleLink = get(
        "oldRoleLink", "/account/verify-project-role/", .readHint, .page)
    package static let oldUnverifiedAccount = get(
        "oldUnverifiedAccount", "/manage/unverified-account/", .readHint, .page)
    package static let oldAuthenticatorPicture = get(
        "oldAuthenticatorPicture", "/manage/account/totp-provision/image", .readHint, .page)
    package static let oldRecoveryCodes = get(
        "oldRecoveryCodes", "/manage/account/recovery-codes/regenerate/", .readHint, .page)

    package static let front = get("front", "/", .readPublicPage, .page)
    /// Where browsers look for a picture of the site beside what is no page.
    package static let favicon = get("favicon", "/favicon.ico", .readPublicPage, .problem)
    package static let stylesheet = get("stylesheet", "/static/{file}", .readPublicPage, .page)
    package static let firstAdministratorForm = get(
        "firstAdministratorForm", "/setup/{secret}", .createFirstAdministrator, .page)
    package static let firstAdministrator = change(
        "firstAdministrator", "/setup/{secret}", .createFirstAdministrator, .page)
}

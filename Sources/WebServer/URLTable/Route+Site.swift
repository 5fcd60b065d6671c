import HTTPTypes
import PackageIndex

extension Route {
    static let site: [Route] = [front, stylesheet, firstAdministratorForm, firstAdministrator]

    package static let front = get("front", "/", .readPublicPage, .page)
    package static let stylesheet = get("stylesheet", "/static/{file}", .readPublicPage, .page)
    package static let firstAdministratorForm = get(
        "firstAdministratorForm", "/setup/{secret}", .createFirstAdministrator, .page)
    package static let firstAdministrator = change(
        "firstAdministrator", "/setup/{secret}", .createFirstAdministrator, .page)
}

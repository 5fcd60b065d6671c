import HTTPTypes
import Hummingbird
import PackageIndex

/// Tells forms of this site from those of others (cross-site request forgery).
enum FormGuard {
    /// Refuses a form that another site's page sent, or that does not carry this browser's own mark.
    ///
    /// The mark is derived from a secret in a cookie, the session's where somebody is signed in: another
    /// site can make a browser send the cookie but can read neither it nor the mark.
    static func check(
        _ request: Request, _ form: FormFields, _ context: IndexRequestContext
    ) throws {
        let foreign = Refusal(
            .formForeign, "This form came from another site, or its page is too old.")
        if let site = request.headers[.fetchSite], !["same-origin", "none"].contains(site) {
            throw foreign
        }
        if let origin = request.headers[.origin], origin != "null" {
            guard origin == "\(context.origin.scheme)://\(context.origin.host)" else {
                throw foreign
            }
        }
        guard FormMark.isRight(form["csrf"], for: context.formSecret) else { throw foreign }
    }
}

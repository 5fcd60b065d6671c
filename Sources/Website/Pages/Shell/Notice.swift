import HTTPTypes
import Hummingbird
import WebServer

/// Something that was done, told on the page that follows.
///
/// The cookie carries its name, never its words: nobody can make the site say what it does not say.
enum Notice: String, CaseIterable {
    case signedIn = "signed-in"
    case signedOut = "signed-out"
    case proven

    /// What people read.
    var text: String {
        switch self {
        case .signedIn: "You are signed in."
        case .signedOut: "You are signed out."
        case .proven: "Thank you. You can go on."
        }
    }
}

extension IndexRequestContext {
    /// What the page before wants told.
    var notice: Notice? { noticeName.flatMap(Notice.init(rawValue:)) }
}

extension Response {
    /// Sends the browser to another page of the site after a form, and has it tell something there.
    static func seeOther(
        _ path: String, _ context: IndexRequestContext, telling notice: Notice? = nil
    ) -> Response {
        var response = Response(
            status: .seeOther,
            headers: [.location: context.origin.prefix + path, .cacheControl: "no-store"])
        if let notice {
            response.addCookie(
                Cookie.notice.field(notice.rawValue, seconds: 60, at: context.origin))
        }
        return response
    }

    /// Adds a field `Set-Cookie`.
    mutating func addCookie(_ field: String) {
        headers.append(HTTPField(name: .setCookie, value: field))
    }
}

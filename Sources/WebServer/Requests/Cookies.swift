package import HTTPTypes
import PackageIndex

/// The cookies of the site (RFC 6265): their names, how they are read and how they are set.
package enum Cookie: String, Sendable {
    /// The secret of the session in which a user is signed in.
    case session = "cheeseboard_session"
    /// The secret that ties forms to a browser in which nobody is signed in.
    case visitor = "cheeseboard_visitor"
    /// The secret of a sign-in that waits for its second factor.
    case signIn = "cheeseboard_sign_in"
    /// The secrets of devices that users confirmed.
    case device = "cheeseboard_device"
    /// What the next page is to tell.
    case notice = "cheeseboard_notice"

    /// The cookie's value in a request; nil where it was not sent.
    package func value(in headers: HTTPFields) -> String? {
        for field in headers[values: .cookie] {
            for pair in field.split(separator: ";") {
                let pair = pair.trimmingSpaces
                guard let equals = pair.firstIndex(of: "="), pair[..<equals] == rawValue else {
                    continue
                }
                return String(pair[pair.index(after: equals)...])
            }
        }
        return nil
    }

    /// The field that sets the cookie for so many seconds, to the end of the browser's session where
    /// nil; 0 removes it.
    ///
    /// Scripts never see it, other sites' requests do not carry it (links to here apart), and where
    /// the site is reached by HTTPS it goes by nothing else.
    package func field(_ value: String, seconds: Int?, at origin: RequestOrigin) -> String {
        var text = "\(rawValue)=\(value); Path=\(origin.prefix)/; HttpOnly; SameSite=Lax"
        if let seconds { text += "; Max-Age=\(seconds)" }
        if origin.scheme == "https" { text += "; Secure" }
        return text
    }
}

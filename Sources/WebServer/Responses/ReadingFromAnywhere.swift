import HTTPTypes
package import Hummingbird
import PackageIndex

extension Response {
    /// Lets scripts of any site read the answer, as on PyPI: it holds nothing that cookies open.
    package mutating func allowReadingFromAnywhere() {
        headers[.accessControlAllowOrigin] = "*"
        headers[.accessControlAllowMethods] = "GET"
        headers[.accessControlAllowHeaders] =
            "Content-Type, If-Match, If-Modified-Since, If-None-Match, If-Unmodified-Since"
        headers[.accessControlMaxAge] = "86400"
        headers[.accessControlExposeHeaders] = "X-PyPI-Last-Serial"
    }
}

extension Route {
    /// Whether scripts of any site may read what the API says here to everyone.
    var isReadFromAnywhere: Bool {
        guard isOfAPI, methods.contains(.get) else { return false }
        switch operation.rule {
        case .anyone, .readers: return true
        case .members, .provenMembers, .holderOfTheLink, .signedIn, .proven, .administrators:
            return false
        }
    }
}

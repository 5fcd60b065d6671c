import HTTPTypes
import Hummingbird
import PackageIndex

extension Response {
    /// Lets scripts of any site read the answer, as on PyPI: it holds nothing that cookies open.
    ///
    /// Where being in a network is all that one needs to read, a page from elsewhere would have its
    /// reader's browser read for it: `access.crossOrigin` decides.
    mutating func allowReadingFromAnywhere() {
        headers[.accessControlAllowOrigin] = "*"
        headers[.accessControlAllowMethods] = "GET"
        headers[.accessControlAllowHeaders] =
            "Content-Type, If-Match, If-Modified-Since, If-None-Match, If-Unmodified-Since"
        headers[.accessControlMaxAge] = "86400"
        headers[.accessControlExposeHeaders] = "X-PyPI-Last-Serial"
    }
}

extension Route {
    /// Whether tools read here what is there for everyone who may read.
    var isReadByTools: Bool {
        guard refusalForm != .page, methods.contains(.get) else { return false }
        switch operation.rule {
        case .anyone, .readers: return true
        case .members, .provenMembers, .holderOfTheLink, .signedIn, .proven, .administrators:
            return false
        }
    }
}

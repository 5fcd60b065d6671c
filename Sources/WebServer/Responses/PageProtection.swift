import HTTPTypes
import Hummingbird

/// The headers that keep pages from being used against who reads them.
enum PageProtection {
    /// Adds them to what a page answered; a policy for content that the page has set itself stays.
    static func add(to response: inout Response) {
        if response.headers[.contentSecurityPolicy] == nil {
            response.headers[.contentSecurityPolicy] = "default-src 'none'; frame-ancestors 'none'"
        }
        response.headers[.referrerPolicy] = "strict-origin-when-cross-origin"
        response.headers[.frameOptions] = "DENY"
        response.headers[.openerPolicy] = "same-origin"
    }
}

extension Response {
    /// Takes another response's body and the headers that describe it, and keeps status and the rest.
    mutating func replaceBody(with other: Response) {
        for field in other.headers { headers[field.name] = field.value }
        body = other.body
        headers[.cacheControl] = "no-store"
        headers[.wwwAuthenticate] = nil
    }
}

import Foundation
package import HTTPTypes
package import PackageIndex

extension Credentials {
    /// The credentials in an `Authorization` field; nil where there are none or they are not to be
    /// read.
    ///
    /// Basic with the user `__token__`, Bearer and `token` carry an API token, Basic with any other
    /// user a password.
    package init?(_ fields: HTTPFields) {
        guard let value = fields[.authorization] else { return nil }
        let parts = value.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
        guard parts.count == 2 else { return nil }
        let secret = parts[1].trimmingSpaces
        switch parts[0].lowercased() {
        case "bearer", "token":
            self = .token(String(secret))
        case "basic":
            guard let decoded = Data(base64Encoded: String(secret)),
                let text = String(validating: decoded, as: UTF8.self),
                let colon = text.firstIndex(of: ":")
            else { return nil }
            let user = String(text[..<colon])
            let password = String(text[text.index(after: colon)...])
            if user == "__token__" {
                self = .token(String(Substring(password).trimmingSpaces))
            } else {
                self = .password(user: user, password: password)
            }
        default:
            return nil
        }
    }
}

import PackageIndex

/// The codings that a client takes (RFC 9110 §12.5.3).
package enum AcceptEncoding {
    /// Whether gzip may be used; without the field it is not.
    package static func allowsGzip(_ field: String?) -> Bool {
        guard let field else { return false }
        var allowsAny = false
        for coding in field.split(separator: ",") {
            let parts = coding.split(separator: ";")
            guard let name = parts.first?.trimmingSpaces.lowercased() else { continue }
            let isRefused = parts.dropFirst().contains { parameter in
                let text = parameter.trimmingSpaces.lowercased()
                return text.hasPrefix("q=") && (Double(text.dropFirst(2)) ?? 0) == 0
            }
            if name == "gzip" || name == "x-gzip" { return !isRefused }
            if name == "*" { allowsAny = !isRefused }
        }
        return allowsAny
    }
}

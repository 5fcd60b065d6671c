import PackageIndex

/// Comparing entity tags (RFC 9110 §13.1).
package enum EntityTag {
    /// Whether `If-None-Match` names the tag, weakly compared.
    package static func isMatched(_ tag: String, by field: String?) -> Bool {
        guard let field else { return false }
        return field.split(separator: ",").contains { given in
            let given = given.trimmingSpaces
            return given == "*" || given == tag || given == "W/\(tag)"
        }
    }
}

package import PackageIndex

/// The mark that a browser's forms carry in their field `csrf`.
///
/// It is derived from a secret in a cookie, and different on each page: where a page is compressed
/// with what a stranger chose beside a mark that stays, its length would tell the mark (BREACH).
package enum FormMark {
    /// A mark for the forms of whoever has the secret: 22 and 43 characters around a dot.
    package static func make(from secret: BearerSecret) -> String {
        let salt = String(BearerSecret().text.prefix(saltLength))
        return "\(salt).\(proof(salt, secret))"
    }

    /// Whether a form's mark was made from the secret.
    static func isRight(_ mark: String, for secret: BearerSecret) -> Bool {
        let halves = mark.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard halves.count == 2, halves[0].utf8.count == saltLength else { return false }
        return isEqual(String(halves[1]), proof(String(halves[0]), secret))
    }

    private static let saltLength = 22

    private static func proof(_ salt: String, _ secret: BearerSecret) -> String {
        secret.derived(for: "forms \(salt)")
    }

    /// Compares in a time that does not tell where texts differ.
    private static func isEqual(_ left: String, _ right: String) -> Bool {
        let left = Array(left.utf8)
        let right = Array(right.utf8)
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

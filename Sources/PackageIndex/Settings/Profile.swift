/// A named set of upload rules: a company's own index, or PyPI's rules in full.
package enum Profile: String, Sendable, CaseIterable {
    /// Accepts local versions and any well-formed platform tag; the default.
    case `private`
    /// Enforces PyPI's own rules.
    case pypi
}

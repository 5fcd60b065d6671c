/// One condition on a version, as `>=1.4` or `==2.*`.
///
/// Two specifiers are equal when operator and canonical version are, so `==1.0` equals `== 1`;
/// the operand of `~=` keeps its zeros, since their number matters there.
public struct Specifier: Sendable, CustomStringConvertible {
    /// What the specifier asks of a version.
    public let comparison: Comparison

    /// The operand as it was given, with its `.*`, without white space around it.
    public let operand: String

    /// The version in the operand; nil if the operand of `===` is none.
    public let version: Version?

    /// Whether the operand ends in `.*`, so that only the beginning of the release counts.
    public let isPrefix: Bool

    /// Reads one specifier, which white space may surround.
    public init(_ text: String) throws(Specifier.Invalid) {
        var cursor = ByteCursor(text)
        let range = Whitespace.trimmedRange(of: cursor.bytes)
        cursor.move(to: range.lowerBound)
        let scanned = Specifier(scanning: &cursor)
        guard let scanned, cursor.offset == range.upperBound else {
            throw Invalid(
                text, cursor: cursor, start: range.lowerBound, end: range.upperBound,
                comparison: scanned?.comparison)
        }
        self = scanned
    }

    init(comparison: Comparison, operand: String, version: Version?, isPrefix: Bool = false) {
        self.comparison = comparison
        self.operand = operand
        self.version = version
        self.isPrefix = isPrefix
    }

    /// Operator and operand without space between them.
    public var description: String { comparison.rawValue + operand }

    /// Whether the specifier itself names a pre-release, and by that admits pre-releases.
    public var admitsPrereleases: Bool {
        switch comparison {
        case .notEqual: false
        default: !isPrefix && version?.isPrerelease == true
        }
    }
}

extension Specifier {
    /// The operator of a specifier.
    public enum Comparison: String, Hashable, CaseIterable, Sendable {
        case compatible = "~="
        case arbitraryEqual = "==="
        case equal = "=="
        case notEqual = "!="
        case lessOrEqual = "<="
        case greaterOrEqual = ">="
        case less = "<"
        case greater = ">"
    }
}

extension Specifier: Hashable {
    /// The operand by which specifiers are compared.
    private var canonicalOperand: String {
        guard let version, comparison != .arbitraryEqual, !isPrefix else { return operand }
        return comparison == .compatible ? version.normalized : version.canonical
    }

    /// Whether both specifiers say the same in spellings of the same version.
    public static func == (left: Specifier, right: Specifier) -> Bool {
        left.comparison == right.comparison && left.canonicalOperand == right.canonicalOperand
    }

    /// Feeds what equality looks at.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(comparison)
        hasher.combine(canonicalOperand)
    }
}

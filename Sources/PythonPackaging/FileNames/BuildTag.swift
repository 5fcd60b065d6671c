/// The part of a wheel's name that breaks ties between wheels of one version.
///
/// It starts with a number of any length, which is compared first; the rest is compared as text
/// (PyPUG "Binary distribution format").
public struct BuildTag: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The digits at its start.
    public let number: VersionNumber

    /// What follows the digits, often nothing.
    public let suffix: String

    /// The tag as it is written in the name of the file.
    public let text: String

    /// Reads a build tag; nil if it does not start with a digit.
    public init?(_ text: String) {
        let digits = text.utf8.prefix(while: \.isASCIIDigit)
        if digits.isEmpty { return nil }
        number = VersionNumber(digits: ArraySlice(digits))
        suffix = String(text[digits.endIndex...])
        self.text = text
    }

    /// The tag as it is written.
    public var description: String { text }

    /// Whether number and suffix are equal; zeros before the number do not count.
    public static func == (left: BuildTag, right: BuildTag) -> Bool {
        left.number == right.number && left.suffix == right.suffix
    }

    /// Sorts by number, then by suffix.
    public static func < (left: BuildTag, right: BuildTag) -> Bool {
        (left.number, left.suffix) < (right.number, right.suffix)
    }

    /// Feeds number and suffix.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(number)
        hasher.combine(suffix)
    }
}

/// Conditions on a version that must all hold, as `>=3.9,!=3.10.*`.
///
/// The empty set admits every version. Sets are equal when they hold equal specifiers, in
/// whatever order and number.
public struct SpecifierSet: Sendable, CustomStringConvertible {
    /// Why a text is not a set of specifiers.
    public typealias Invalid = Specifier.Invalid

    /// The specifiers as they were given.
    public let specifiers: [Specifier]

    /// Reads specifiers between commas; empty places between commas are overlooked.
    public init(_ text: String) throws(SpecifierSet.Invalid) {
        var specifiers: [Specifier] = []
        for part in text.pieces(separatedBy: ",") {
            let trimmed = Whitespace.trim(String(part))
            if !trimmed.isEmpty { specifiers.append(try Specifier(trimmed)) }
        }
        self.specifiers = specifiers
    }

    /// A set of given specifiers.
    public init(_ specifiers: [Specifier] = []) {
        self.specifiers = specifiers
    }

    /// Whether the set has no conditions.
    public var isEmpty: Bool { specifiers.isEmpty }

    /// Whether one of the specifiers names a pre-release, so that the set admits pre-releases.
    public var admitsPrereleases: Bool { specifiers.contains(where: \.admitsPrereleases) }

    /// The specifiers sorted by their text, each once, between commas.
    public var description: String {
        var seen: Set<Specifier> = []
        return specifiers.map { (text: $0.description, specifier: $0) }
            .sorted { $0.text.utf8.lexicographicallyPrecedes($1.text.utf8) }
            .filter { seen.insert($0.specifier).inserted }
            .map(\.text)
            .joined(separator: ",")
    }

    /// A set with the conditions of both.
    public func intersection(_ other: SpecifierSet) -> SpecifierSet {
        SpecifierSet(specifiers + other.specifiers)
    }
}

extension SpecifierSet: Hashable {
    /// Whether both sets hold equal specifiers.
    public static func == (left: SpecifierSet, right: SpecifierSet) -> Bool {
        Set(left.specifiers) == Set(right.specifiers)
    }

    /// Feeds what equality looks at.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(Set(specifiers))
    }
}

/// The trove classifiers that PyPI knows.
///
/// The list is that of the PyPI package `trove-classifiers`. Classifiers are compared exactly.
public enum Classifiers {
    /// The classifiers that a new release may use, sorted; deprecated ones are left out.
    public static let all: [String] = ClassifierTable.current
        .pieces(separatedBy: "\n").map(String.init)

    /// Whether a classifier is on the list, deprecated or not.
    public static func isKnown(_ classifier: String) -> Bool {
        current.contains(classifier) || deprecated[classifier] != nil
    }

    /// The classifiers to use for one that is deprecated.
    ///
    /// - Returns: An empty list if nothing replaces it; nil if it is not deprecated.
    public static func replacements(of deprecated: String) -> [String]? {
        Self.deprecated[deprecated]
    }

    private static let current = Set(all)

    private static let deprecated: [String: [String]] = {
        var replacements: [String: [String]] = [:]
        for line in ClassifierTable.deprecated.pieces(separatedBy: "\n") {
            let names = line.pieces(separatedBy: "|").map(String.init)
            replacements[names[0]] = Array(names.dropFirst())
        }
        return replacements
    }()
}

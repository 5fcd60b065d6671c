/// A version of the core metadata format.
///
/// There has never been a 2.0.
public enum MetadataVersion: String, Hashable, Comparable, Sendable, CaseIterable {
    /// PEP 241.
    case v1_0 = "1.0"

    /// PEP 314: classifiers.
    case v1_1 = "1.1"

    /// PEP 345: requirements and links.
    case v1_2 = "1.2"

    /// PEP 566: the description as a body, its markup, extras.
    case v2_1 = "2.1"

    /// PEP 643: dynamic fields.
    case v2_2 = "2.2"

    /// PEP 685: normalised names of extras.
    case v2_3 = "2.3"

    /// PEP 639: licence expressions and files.
    case v2_4 = "2.4"

    /// PEP 794: names to import.
    case v2_5 = "2.5"

    /// PEP 808: fields that are dynamic and present.
    case v2_6 = "2.6"

    /// Whether one version is older than the other.
    public static func < (left: MetadataVersion, right: MetadataVersion) -> Bool {
        left.rawValue.utf8.lexicographicallyPrecedes(right.rawValue.utf8)
    }
}

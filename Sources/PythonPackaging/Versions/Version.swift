/// A version of a project: its parts, its spellings and its place in the order of releases.
///
/// Equality and order are those of PEP 440: `1.0`, `v1` and `1.0.0` are equal, `1.0a1` comes
/// before `1.0`, and `1.0+local` after it. Numbers may be of any length.
public struct Version: Hashable, Sendable, CustomStringConvertible {
    /// The version as it was given; the normalised form where it was made from parts.
    public let spelling: String

    /// The number before `!`, 0 where there is none.
    public let epoch: VersionNumber

    /// The numbers of the release segment, at least one, with the zeros at its end.
    public let release: [VersionNumber]

    /// The pre-release segment, as `rc1`.
    public let prerelease: Prerelease?

    /// The number of the post-release segment.
    public let postrelease: VersionNumber?

    /// The number of the development segment.
    public let development: VersionNumber?

    /// The parts of the local segment, in lower case; empty where there is none.
    public let localParts: [LocalPart]

    /// Reads a version, which white space may surround.
    public init(_ text: String) throws(Version.Invalid) {
        var cursor = ByteCursor(text)
        let range = Whitespace.trimmedRange(of: cursor.bytes)
        cursor.move(to: range.lowerBound)
        guard let version = Version(scanning: &cursor, spelling: text),
            cursor.offset == range.upperBound
        else {
            throw Invalid(text, at: min(cursor.offset, range.upperBound), end: range.upperBound)
        }
        self = version
    }

    init(
        spelling: String? = nil, epoch: VersionNumber, release: [VersionNumber],
        prerelease: Prerelease? = nil, postrelease: VersionNumber? = nil,
        development: VersionNumber? = nil, localParts: [LocalPart] = []
    ) {
        self.epoch = epoch
        self.release = release
        self.prerelease = prerelease
        self.postrelease = postrelease
        self.development = development
        self.localParts = localParts
        self.spelling =
            spelling
            ?? Self.text(
                epoch: epoch, release: release[...], prerelease: prerelease,
                postrelease: postrelease, development: development, localParts: localParts)
    }

    /// Whether the version has a pre-release or a development segment.
    public var isPrerelease: Bool { prerelease != nil || development != nil }

    /// Whether the version has a post-release segment.
    public var isPostrelease: Bool { postrelease != nil }

    /// Whether the version has a development segment.
    public var isDevelopmentRelease: Bool { development != nil }
}

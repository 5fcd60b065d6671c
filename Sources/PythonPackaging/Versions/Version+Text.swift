extension Version {
    /// The normal form, which is the one to publish under: `1.0.0-1` gives `1.0.0.post1`.
    public var normalized: String {
        Self.text(
            epoch: epoch, release: release[...], prerelease: prerelease,
            postrelease: postrelease, development: development, localParts: localParts)
    }

    /// The normal form without zeros at the end of the release: `1.0.0.post1` gives `1.post1`.
    ///
    /// Equal versions have the same canonical form, so it is the key by which releases are found.
    public var canonical: String {
        let trimmed = trimmedRelease
        return Self.text(
            epoch: epoch, release: trimmed.isEmpty ? release[..<1] : trimmed,
            prerelease: prerelease, postrelease: postrelease, development: development,
            localParts: localParts)
    }

    /// The normal form without the local segment.
    public var publicVersion: String {
        Self.text(
            epoch: epoch, release: release[...], prerelease: prerelease,
            postrelease: postrelease, development: development, localParts: [])
    }

    /// The normal form of epoch and release alone.
    public var baseVersion: String {
        Self.text(epoch: epoch, release: release[...])
    }

    /// The normal form of the local segment, without its `+`.
    public var local: String? {
        localParts.isEmpty ? nil : localParts.map(\.description).joined(separator: ".")
    }

    /// The normal form.
    public var description: String { normalized }

    static func text(
        epoch: VersionNumber, release: ArraySlice<VersionNumber>,
        prerelease: Prerelease? = nil, postrelease: VersionNumber? = nil,
        development: VersionNumber? = nil, localParts: [LocalPart] = []
    ) -> String {
        var text = epoch.isZero ? "" : "\(epoch)!"
        text += release.map(\.description).joined(separator: ".")
        if let prerelease { text += prerelease.description }
        if let postrelease { text += ".post\(postrelease)" }
        if let development { text += ".dev\(development)" }
        if !localParts.isEmpty {
            text += "+" + localParts.map(\.description).joined(separator: ".")
        }
        return text
    }
}

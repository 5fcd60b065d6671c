extension Specifier {
    /// Whether a version satisfies the specifier.
    ///
    /// A lone version has no alternatives, so a pre-release counts unless `prereleases` is false.
    public func contains(_ version: Version, prereleases: Bool? = nil) -> Bool {
        matches(Candidate(version)) && (prereleases != false || !version.isPrerelease)
    }

    /// Whether a candidate satisfies the specifier, whatever is thought of pre-releases.
    func matches(_ candidate: Candidate) -> Bool {
        if comparison == .arbitraryEqual { return candidate.isSpelt(operand) }
        guard let found = candidate.version, let version else { return false }
        return isPrefix
            ? (comparison == .equal) == found.hasPrefix(version.release, epoch: version.epoch)
            : matches(found, version)
    }

    private func matches(_ found: Version, _ version: Version) -> Bool {
        switch comparison {
        case .arbitraryEqual: false
        case .equal: equals(found, version)
        case .notEqual: !equals(found, version)
        case .lessOrEqual: found.withoutLocal <= version
        case .greaterOrEqual: found >= version
        case .less: found < version && !found.isPrerelease(before: version)
        case .greater: found.withoutLocal > version && !found.isPostrelease(after: version)
        case .compatible:
            found >= version
                && found.hasPrefix(version.release.dropLast(), epoch: version.epoch)
        }
    }

    /// Equality that ignores the local part of the version found unless the specifier has one.
    private func equals(_ found: Version, _ version: Version) -> Bool {
        version.localParts.isEmpty ? found.withoutLocal == version : found == version
    }
}

extension Version {
    /// The version without its local part.
    fileprivate var withoutLocal: Version {
        localParts.isEmpty
            ? self
            : Version(
                spelling: spelling, epoch: epoch, release: release, prerelease: prerelease,
                postrelease: postrelease, development: development)
    }

    /// Whether epoch and the first numbers of the release, filled up with zeros, are these.
    fileprivate func hasPrefix(
        _ prefix: some Sequence<VersionNumber>, epoch: VersionNumber
    ) -> Bool {
        guard self.epoch == epoch else { return false }
        return prefix.enumerated().allSatisfy { index, number in
            number == (index < release.count ? release[index] : .zero)
        }
    }

    /// Whether this is a pre-release of a version that is none itself: `<1.0` excludes `1.0a1`.
    ///
    /// The post-release `1.0.post1` has only `1.0.post1.devN` as pre-releases.
    fileprivate func isPrerelease(before version: Version) -> Bool {
        guard isPrerelease, !version.isPrerelease, isSameRelease(as: version) else { return false }
        guard version.isPostrelease else { return true }
        return prerelease == nil && postrelease == version.postrelease
    }

    /// Whether this is a post-release of a version that is none itself: `>1.0` excludes `1.0.post1`.
    fileprivate func isPostrelease(after version: Version) -> Bool {
        !version.isPostrelease && !version.isDevelopmentRelease && isSameRelease(as: version)
            && prerelease == version.prerelease
    }

    private func isSameRelease(as other: Version) -> Bool {
        epoch == other.epoch && trimmedRelease == other.trimmedRelease
    }
}

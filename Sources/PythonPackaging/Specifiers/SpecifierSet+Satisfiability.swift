extension SpecifierSet {
    /// Whether no version can satisfy all specifiers, as with `>=2,<1`.
    ///
    /// With `prereleases` false, a set that only pre-releases satisfy counts too.
    ///
    /// Each specifier admits intervals of versions, so the set, if it admits anything, admits a
    /// version right above where one of those intervals begins. Those versions are tried. The
    /// work grows with the square of the number of specifiers.
    public func isUnsatisfiable(prereleases: Bool? = nil) -> Bool {
        if let arbitrary = specifiers.first(where: { $0.comparison == .arbitraryEqual }) {
            return !contains(spelling: arbitrary.operand, prereleases: prereleases)
        }
        let longest = specifiers.compactMap { $0.version?.release.count }.max() ?? 0
        let witnesses = [.least] + specifiers.flatMap { $0.witnesses(longest: longest) }
        return !witnesses.contains { witness in
            contains(witness, prereleases: prereleases)
                || contains(witness.nextFinal, prereleases: prereleases)
        }
    }
}

extension Specifier {
    /// Versions at the beginning of each interval that the specifier admits, or closer above it
    /// than any other version with so many numbers can stand.
    fileprivate func witnesses(longest: Int) -> [Version] {
        guard let version else { return [] }
        if isPrefix { return [version.replacing(development: .zero), version.nextPrefix] }
        switch comparison {
        case .arbitraryEqual, .less, .lessOrEqual: return []
        case .greaterOrEqual, .equal, .compatible: return [version]
        case .notEqual: return [version.nextAfterLocals, version.nextLocal]
        case .greater:
            return version.isPostrelease || version.isDevelopmentRelease
                ? [version.nextAfterLocals]
                : [version.nextAfterPostreleases(longest: longest)]
        }
    }
}

extension Version {
    /// The version that comes before all others.
    fileprivate static let least = Version(epoch: .zero, release: [.zero], development: .zero)

    /// The version itself, or the first final release after it.
    fileprivate var nextFinal: Version {
        if prerelease != nil { return Version(epoch: epoch, release: release) }
        if development == nil { return self }
        return Version(epoch: epoch, release: release, postrelease: postrelease)
    }

    /// The first version that does not begin with these numbers: after `1.2.*` comes `1.3.dev0`.
    fileprivate var nextPrefix: Version {
        let last = release.last ?? .zero
        return Version(
            epoch: epoch, release: release.dropLast() + [last.successor], development: .zero)
    }

    /// The first version after this one with whatever local part.
    fileprivate var nextAfterLocals: Version {
        if let development { return replacing(development: development.successor) }
        return Version(
            epoch: epoch, release: release, prerelease: prerelease,
            postrelease: postrelease?.successor ?? .zero, development: .zero)
    }

    /// This version with a longer local part.
    fileprivate var nextLocal: Version {
        Version(
            epoch: epoch, release: release, prerelease: prerelease, postrelease: postrelease,
            development: development, localParts: localParts + [.number(.zero)])
    }

    /// A version after all post-releases of this one and before what else comes after them.
    fileprivate func nextAfterPostreleases(longest: Int) -> Version {
        if let prerelease {
            return Version(
                epoch: epoch, release: release,
                prerelease: Prerelease(
                    stage: prerelease.stage, number: prerelease.number.successor),
                development: .zero)
        }
        let padding = Array(repeating: VersionNumber.zero, count: longest - release.count)
        return Version(
            epoch: epoch, release: release + padding + [VersionNumber(1)], development: .zero)
    }

    fileprivate func replacing(development: VersionNumber) -> Version {
        Version(
            epoch: epoch, release: release, prerelease: prerelease, postrelease: postrelease,
            development: development)
    }
}

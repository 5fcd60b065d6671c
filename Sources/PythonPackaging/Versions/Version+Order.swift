extension Version: Comparable {
    /// The release segment without the zeros at its end; `0` keeps none.
    var trimmedRelease: ArraySlice<VersionNumber> {
        var end = release.endIndex
        while end > release.startIndex, release[end - 1].isZero { end -= 1 }
        return release[..<end]
    }

    /// Whether both are the same version by PEP 440, however they are spelt.
    public static func == (left: Version, right: Version) -> Bool {
        left.epoch == right.epoch && left.prerelease == right.prerelease
            && left.postrelease == right.postrelease && left.development == right.development
            && left.localParts == right.localParts && left.trimmedRelease == right.trimmedRelease
    }

    /// Feeds what equality looks at.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(epoch)
        hasher.combine(trimmedRelease)
        hasher.combine(prerelease)
        hasher.combine(postrelease)
        hasher.combine(development)
        hasher.combine(localParts)
    }

    /// Whether one version comes before the other by PEP 440.
    ///
    /// The development releases of a final release come before its alphas; a version without a
    /// local segment comes before the same with one.
    public static func < (left: Version, right: Version) -> Bool {
        if left.epoch != right.epoch { return left.epoch < right.epoch }
        let (leftRelease, rightRelease) = (left.trimmedRelease, right.trimmedRelease)
        if leftRelease != rightRelease {
            return leftRelease.lexicographicallyPrecedes(rightRelease)
        }
        let (leftSuffix, rightSuffix) = (Suffix(left), Suffix(right))
        if leftSuffix != rightSuffix { return leftSuffix < rightSuffix }
        return left.localParts.lexicographicallyPrecedes(right.localParts)
    }

    /// What follows the release segment, as keys that compare part by part.
    ///
    /// A missing pre-release sorts after every stage, except in a bare development release, which
    /// sorts before them; a missing post-release sorts first and a missing development part last.
    private struct Suffix: Comparable {
        let prerelease: Slot<Prerelease>
        let postrelease: Slot<VersionNumber>
        let development: Slot<VersionNumber>

        init(_ version: Version) {
            let isBareDevelopment = version.development != nil && version.postrelease == nil
            prerelease =
                version.prerelease.map(Slot.value) ?? (isBareDevelopment ? .lowest : .highest)
            postrelease = version.postrelease.map(Slot.value) ?? .lowest
            development = version.development.map(Slot.value) ?? .highest
        }

        static func < (left: Suffix, right: Suffix) -> Bool {
            (left.prerelease, left.postrelease, left.development)
                < (right.prerelease, right.postrelease, right.development)
        }
    }

    private enum Slot<Value: Comparable>: Comparable {
        case lowest
        case value(Value)
        case highest
    }
}

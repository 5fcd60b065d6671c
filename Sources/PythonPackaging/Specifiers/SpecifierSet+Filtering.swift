extension SpecifierSet {
    /// Whether a version satisfies all specifiers.
    ///
    /// A lone version has no alternatives, so a pre-release counts unless `prereleases` is false.
    /// `===` looks at the spelling of the version.
    public func contains(_ version: Version, prereleases: Bool? = nil) -> Bool {
        contains(Candidate(version), prereleases: prereleases)
    }

    /// Whether a text satisfies all specifiers; one that is no version can satisfy only `===`.
    public func contains(spelling: String, prereleases: Bool? = nil) -> Bool {
        contains(Candidate(spelling: spelling), prereleases: prereleases)
    }

    /// The versions that satisfy all specifiers, in the order given.
    ///
    /// With `prereleases` nil, pre-releases are left out unless the set names one or nothing but
    /// pre-releases is left (PEP 440, "Handling of pre-releases").
    public func filter(_ versions: [Version], prereleases: Bool? = nil) -> [Version] {
        filter(versions, prereleases: prereleases) { Candidate($0) }
    }

    /// The texts that satisfy all specifiers, in the order given.
    ///
    /// A text that is no version satisfies at most `===`, and counts neither as a pre-release nor
    /// as a final release.
    public func filter(spellings: [String], prereleases: Bool? = nil) -> [String] {
        filter(spellings, prereleases: prereleases) { Candidate(spelling: $0) }
    }

    private func contains(_ candidate: Candidate, prereleases: Bool?) -> Bool {
        if prereleases == false, candidate.isPrerelease { return false }
        return specifiers.allSatisfy { $0.matches(candidate) }
    }

    private func filter<Item>(
        _ items: [Item], prereleases: Bool?, candidate: (Item) -> Candidate
    ) -> [Item] {
        var matches: [(item: Item, candidate: Candidate)] = []
        for item in items {
            let candidate = candidate(item)
            if specifiers.allSatisfy({ $0.matches(candidate) }) {
                matches.append((item, candidate))
            }
        }
        let hasFinal = matches.contains { $0.candidate.version?.isPrerelease == false }
        let admitsPrereleases = prereleases ?? (admitsPrereleases || !hasFinal)
        return matches.filter { admitsPrereleases || !$0.candidate.isPrerelease }.map(\.item)
    }
}

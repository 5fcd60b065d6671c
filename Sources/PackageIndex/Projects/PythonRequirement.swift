import PythonPackaging

/// What Requires-Python asks of an interpreter, for questions about its minor releases.
package struct PythonRequirement: Sendable {
    private let specifiers: SpecifierSet

    /// Reads the specifiers; nil for what cannot be read, which installers pass over.
    package init?(_ requiresPython: String) {
        guard let specifiers = try? SpecifierSet(requiresPython) else { return nil }
        self.specifiers = specifiers
    }

    /// Whether at least one patch release of a minor release, given as `3.12`, is admitted.
    package func admits(_ release: String) -> Bool {
        (0...30).contains { patch in
            guard let version = try? Version("\(release).\(patch)") else { return false }
            return specifiers.contains(version)
        }
    }
}

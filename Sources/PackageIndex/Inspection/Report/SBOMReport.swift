/// A software bill of materials that a wheel brings along (PEP 770), and what was read in it.
package struct SBOMReport: Codable, Sendable, Equatable {
    /// A listed component.
    package struct Component: Codable, Sendable, Hashable {
        /// Its name.
        package var name: String
        /// Its version.
        @Nullable package var version: String?
        /// Its package URL, as in `pkg:cargo/serde@1.0.228`.
        @Nullable package var purl: String?

        /// A component.
        package init(name: String, version: String?, purl: String?) {
            self.name = name
            self.version = version
            self.purl = purl
        }

        package func hash(into hasher: inout Hasher) {
            hasher.combine(name)
            hasher.combine(version)
            hasher.combine(purl)
        }
    }

    /// The path in the wheel.
    package var path: String
    /// `cyclonedx` or `spdx`; nil where it is neither, or could not be read.
    @Nullable package var format: String?
    /// The version of the format, as in `1.5`, `SPDX-2.3` or `SPDX-3.0.1`.
    @Nullable package var specification: String?
    /// The listed components; what the SBOM is about is told elsewhere in it and is none of them.
    package var components: [Component]
    /// Why it could not be read, or not all of it.
    @Nullable package var error: String?

    /// What was read in an SBOM.
    package init(
        path: String, format: String?, specification: String?, components: [Component],
        error: String? = nil
    ) {
        self.path = path
        self.format = format
        self.specification = specification
        self.components = components
        self.error = error
    }
}

/// Where an SBOM and the binary disagree.
package struct SBOMDifference: Codable, Sendable, Equatable {
    /// How they disagree.
    package enum Kind: String, Codable, Sendable {
        /// The binary holds the part, and no SBOM lists it.
        case notListed = "not-listed"
        /// An SBOM lists the part with another version than the binary shows.
        case otherVersion = "other-version"
    }

    /// How they disagree.
    package var kind: Kind
    /// What the part is: `crate`, `module` or `library`.
    package var part: String
    /// Its name.
    package var name: String
    /// The version that the binary shows.
    @Nullable package var found: String?
    /// The versions that SBOMs list.
    package var listed: [String]
    /// The file in which it was found.
    package var path: String

    /// A disagreement.
    package init(
        kind: Kind, part: String, name: String, found: String?, listed: [String], path: String
    ) {
        self.kind = kind
        self.part = part
        self.name = name
        self.found = found
        self.listed = listed
        self.path = path
    }
}

/// A field of core metadata (PyPUG "Core metadata specifications").
///
/// The raw value is the name that stands in a `METADATA` file.
public enum MetadataField: String, Hashable, Sendable, CaseIterable {
    /// The version of the metadata format.
    case metadataVersion = "Metadata-Version"

    /// The name of the project.
    case name = "Name"

    /// The version of the release.
    case version = "Version"

    /// The fields that a wheel built from this source distribution may change.
    case dynamic = "Dynamic"

    /// Platforms that no classifier names.
    case platform = "Platform"

    /// Operating systems and processors that a binary was built for.
    case supportedPlatform = "Supported-Platform"

    /// What the project does, in one line.
    case summary = "Summary"

    /// The long description.
    case description = "Description"

    /// The markup of the description.
    case descriptionContentType = "Description-Content-Type"

    /// Words to find the project by, with commas between them.
    case keywords = "Keywords"

    /// The home page; deprecated.
    case homePage = "Home-page"

    /// Where this release can be had; deprecated.
    case downloadURL = "Download-URL"

    /// Who wrote it.
    case author = "Author"

    /// Mail addresses of who wrote it.
    case authorEmail = "Author-email"

    /// Who looks after it.
    case maintainer = "Maintainer"

    /// Mail addresses of who looks after it.
    case maintainerEmail = "Maintainer-email"

    /// The licence as free text; deprecated.
    case license = "License"

    /// The licence as an SPDX expression.
    case licenseExpression = "License-Expression"

    /// Files with the text of a licence.
    case licenseFile = "License-File"

    /// Trove classifiers.
    case classifier = "Classifier"

    /// Projects that this one needs.
    case requiresDist = "Requires-Dist"

    /// Versions of Python that this release runs on.
    case requiresPython = "Requires-Python"

    /// Things outside of Python that this release needs.
    case requiresExternal = "Requires-External"

    /// Links with labels.
    case projectURL = "Project-URL"

    /// Names of optional features.
    case providesExtra = "Provides-Extra"

    /// Projects that this release contains; rarely used.
    case providesDist = "Provides-Dist"

    /// Projects that this release takes the place of; rarely used.
    case obsoletesDist = "Obsoletes-Dist"

    /// Modules that can be imported once this release is installed.
    case importName = "Import-Name"

    /// Namespace packages that this release has modules in.
    case importNamespace = "Import-Namespace"

    /// Modules that this release needs; deprecated.
    case requires = "Requires"

    /// Modules that this release contains; deprecated.
    case provides = "Provides"

    /// Modules that this release takes the place of; deprecated.
    case obsoletes = "Obsoletes"

    /// The field with this name, whatever the case of its letters.
    public init?(name: String) {
        guard let field = Self.fields[name.lowercased()] else { return nil }
        self = field
    }

    private static let fields = Dictionary(
        uniqueKeysWithValues: allCases.map { ($0.rawValue.lowercased(), $0) })
}

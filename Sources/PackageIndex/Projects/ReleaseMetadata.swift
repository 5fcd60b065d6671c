import Foundation
package import PythonPackaging

/// The metadata of a release: that of its first file, kept as JSON for whoever shows it.
package struct ReleaseMetadata: Codable, Sendable, Equatable {
    /// The version of the metadata format, as `2.4`.
    package let metadataVersion: String
    /// What the project does, in one line.
    package let summary: String?
    /// The long description.
    package let description: String?
    /// The markup of the description, as written.
    package let descriptionContentType: String?
    /// Words to find the project by, joined by commas.
    package let keywords: String?
    /// The home page; a field of old.
    package let homePage: String?
    /// Where the release can be had; a field of old.
    package let downloadURL: String?
    /// Who wrote it.
    package let author: String?
    /// Mail addresses of who wrote it.
    package let authorEmail: String?
    /// Who looks after it.
    package let maintainer: String?
    /// Mail addresses of who looks after it.
    package let maintainerEmail: String?
    /// The licence as free text; a field of old.
    package let license: String?
    /// The licence as a normalised SPDX expression.
    package let licenseExpression: String?
    /// The paths of licence texts.
    package let licenseFiles: [String]
    /// Trove classifiers.
    package let classifiers: [String]
    /// Platforms that no classifier names.
    package let platforms: [String]
    /// Projects that this one needs, as written.
    package let requiresDist: [String]
    /// Versions of Python that it runs on, as written.
    package let requiresPython: String?
    /// Things outside of Python that it needs.
    package let requiresExternal: [String]
    /// Labelled addresses.
    package let projectURLs: [Link]
    /// Names of optional features, as written.
    package let providesExtra: [String]
    /// Fields that a wheel built from the sdist may change.
    package let dynamic: [String]

    /// A labelled address.
    package struct Link: Codable, Sendable, Equatable {
        /// What is there.
        package let label: String
        /// The address.
        package let url: String
    }

    /// What a file's metadata says of its release.
    package init(_ metadata: CoreMetadata) {
        metadataVersion = metadata.metadataVersion
        summary = metadata.summary
        description = metadata.description
        descriptionContentType = metadata.raw.text(of: .descriptionContentType)
        keywords = metadata.keywords.isEmpty ? nil : metadata.keywords.joined(separator: ",")
        homePage = metadata.homePage
        downloadURL = metadata.downloadURL
        author = metadata.author
        authorEmail = metadata.authorEmail
        maintainer = metadata.maintainer
        maintainerEmail = metadata.maintainerEmail
        license = metadata.license
        licenseExpression = metadata.licenseExpression?.normalized
        licenseFiles = metadata.licenseFiles
        classifiers = metadata.classifiers
        platforms = metadata.platforms
        requiresDist = metadata.raw.list(of: .requiresDist) ?? []
        requiresPython = metadata.raw.text(of: .requiresPython)
        requiresExternal = metadata.requiresExternal
        projectURLs = metadata.projectURLs.map { Link(label: $0.label, url: $0.url) }
        providesExtra = metadata.raw.list(of: .providesExtra) ?? []
        dynamic = metadata.raw.list(of: .dynamic) ?? []
    }

    init(stored text: String) throws {
        self = try JSONDecoder().decode(ReleaseMetadata.self, from: Data(text.utf8))
    }

    func stored() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // PostgreSQL's TEXT holds no NUL, and JSON spells it with six characters.
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}

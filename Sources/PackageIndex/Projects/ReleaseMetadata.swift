import Foundation
package import PythonPackaging

/// The metadata of a release: that of its first file, kept as JSON for whoever shows it.
package struct ReleaseMetadata: Codable, Sendable, Equatable {
    package let metadataVersion: String
    package let summary: String?
    package let description: String?
    package let descriptionContentType: String?
    package let keywords: String?
    package let homePage: String?
    package let downloadURL: String?
    package let author: String?
    package let authorEmail: String?
    package let maintainer: String?
    package let maintainerEmail: String?
    package let license: String?
    package let licenseExpression: String?
    package let licenseFiles: [String]
    package let classifiers: [String]
    package let platforms: [String]
    package let requiresDist: [String]
    package let requiresPython: String?
    package let requiresExternal: [String]
    package let projectURLs: [Link]
    package let providesExtra: [String]
    package let dynamic: [String]

    /// A labelled address.
    package struct Link: Codable, Sendable, Equatable {
        package let label: String
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

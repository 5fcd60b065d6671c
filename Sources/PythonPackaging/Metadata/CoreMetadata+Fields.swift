/// The fields whose values are text as they are written.
extension CoreMetadata {
    /// The version of the metadata format, as `2.4`.
    public var metadataVersion: String { format.rawValue }

    /// Platforms that no classifier names.
    public var platforms: [String] { list(.platform) }

    /// Operating systems and processors that a binary was built for.
    public var supportedPlatforms: [String] { list(.supportedPlatform) }

    /// What the project does, in one line.
    public var summary: String? { raw.text(of: .summary) }

    /// The long description, from the body or from a field.
    ///
    /// In a field each line after the first is indented, often with a bar; that is taken away here.
    public var description: String? {
        let text = raw.text(of: .description)
        return raw.hasBody ? text : text.map(Self.unfolded)
    }

    /// Words to find the project by.
    public var keywords: [String] { list(.keywords) }

    /// The home page; deprecated.
    public var homePage: String? { raw.text(of: .homePage) }

    /// Where this release can be had; deprecated.
    public var downloadURL: String? { raw.text(of: .downloadURL) }

    /// Who wrote it.
    public var author: String? { raw.text(of: .author) }

    /// Mail addresses of who wrote it.
    public var authorEmail: String? { raw.text(of: .authorEmail) }

    /// Who looks after it.
    public var maintainer: String? { raw.text(of: .maintainer) }

    /// Mail addresses of who looks after it.
    public var maintainerEmail: String? { raw.text(of: .maintainerEmail) }

    /// The licence as free text; deprecated.
    public var license: String? { raw.text(of: .license) }

    /// Files with the text of a licence: relative paths with `/` in them.
    public var licenseFiles: [String] { list(.licenseFile) }

    /// Trove classifiers, whether known or not.
    public var classifiers: [String] { list(.classifier) }

    /// Things outside of Python that this release needs.
    public var requiresExternal: [String] { list(.requiresExternal) }

    /// Links with labels, in the order written; each label stands once.
    public var projectURLs: [ProjectURL] {
        if case .links(let links) = raw.fields[.projectURL] { links } else { [] }
    }

    /// Projects that this release contains.
    public var providesDist: [String] { list(.providesDist) }

    /// Projects that this release takes the place of.
    public var obsoletesDist: [String] { list(.obsoletesDist) }

    /// Modules that this release needs; deprecated.
    public var requires: [String] { list(.requires) }

    /// Modules that this release contains; deprecated.
    public var provides: [String] { list(.provides) }

    /// Modules that this release takes the place of; deprecated.
    public var obsoletes: [String] { list(.obsoletes) }

    private func list(_ field: MetadataField) -> [String] { raw.list(of: field) ?? [] }

    /// Removes seven spaces and a bar (PEP 345), or eight spaces (distutils), from each line but
    /// the first.
    private static func unfolded(_ text: String) -> String {
        let lines = text.pieces(separatedBy: "\n")
        guard lines.count > 1 else { return text }
        let rest = lines.dropFirst().map { line in
            let isIndented = ["       |", "        "].contains { line.utf8.starts(with: $0.utf8) }
            return isIndented ? Substring(line.utf8.dropFirst(8)) : line
        }
        return ([lines[0]] + rest).joined(separator: "\n")
    }
}

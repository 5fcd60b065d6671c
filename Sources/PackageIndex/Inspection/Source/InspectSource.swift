package import Archives
package import PythonPackaging

/// Looks into a source distribution: what builds it, and in which languages its native code is.
package struct InspectSource: Sendable {
    /// An inspection.
    package init() {}

    /// The report of a source distribution.
    ///
    /// Nothing is built: the backend is what `pyproject.toml` names, setuptools where it names none
    /// (PEP 517), and languages are told by suffixes, tests apart.
    ///
    /// - Throws: `ArchiveError` where the archive cannot be read.
    package func report(
        of source: any ByteSource, named filename: SourceDistributionFilename, path: String
    ) throws -> SourceReport {
        var contents = Contents()
        switch filename.format {
        case .tarGz:
            try TarArchive.walk(source, compression: .gzip, limits: .reading) { member, content in
                guard member.kind == .file else { return }
                contents.add(member.path)
                if Contents.isProjectFile(member.path) {
                    contents.projectFile = try content.read(limit: Contents.largestProjectFile)
                }
            }
        case .zip:
            let archive = try ZipArchive(source, limits: .reading)
            for member in archive.members where !member.isDirectory {
                contents.add(member.path)
                if Contents.isProjectFile(member.path) {
                    contents.projectFile = try archive.read(
                        member, limit: Contents.largestProjectFile)
                }
            }
        }
        return SourceReport(
            path: path, filename: filename.text, backend: contents.backend,
            languages: contents.languages.sorted())
    }

    private struct Contents {
        static let largestProjectFile = 4 << 20

        var projectFile: [UInt8]?
        private(set) var languages: Set<String> = []

        mutating func add(_ path: String) {
            if let language = SourceLanguage.of(path) { languages.insert(language) }
        }

        /// `pyproject.toml` beside PKG-INFO, in the one folder at the top.
        static func isProjectFile(_ path: String) -> Bool {
            let steps = path.split(separator: "/")
            return steps.count == 2 && steps[1] == "pyproject.toml"
        }

        var backend: [String] {
            guard let projectFile else { return ["setuptools"] }
            return BuildSystem(String(decoding: projectFile, as: UTF8.self)).backend
        }
    }
}

/// A builder of source distributions: right in every detail unless told otherwise, and the same
/// bytes on each run.
package struct SourceDistributionBuilder {
    /// The project's name as PKG-INFO spells it.
    package var name: String
    /// The version.
    package var version: String
    /// What PKG-INFO says.
    package var metadata: MetadataBuilder
    /// PKG-INFO as it stands, in the place of what ``metadata`` makes; empty for none at all.
    package var metadataText: String?
    /// The files besides PKG-INFO, by path inside of the top folder.
    package var files: [(path: String, content: [UInt8])]

    /// A source distribution of a project with one module, built with hatchling.
    package init(name: String, version: String) {
        self.name = name
        self.version = version
        metadata = MetadataBuilder(name: name, version: version)
        let module = DistributionName.escaped(name)
        let project = """
            [build-system]
            requires = ["hatchling"]
            build-backend = "hatchling.build"

            [project]
            name = "\(name)"
            version = "\(version)"

            """
        files = [
            ("pyproject.toml", Array(project.utf8)),
            ("\(module)/__init__.py", Array("__version__ = \"\(version)\"\n".utf8)),
        ]
    }

    /// The name of the top folder.
    package var stem: String { "\(DistributionName.escaped(name))-\(version)" }

    /// The file name that fits name and version.
    package var filename: String { stem + ".tar.gz" }

    /// The source distribution.
    package func make() -> (filename: String, bytes: [UInt8]) {
        (filename, writer().gzipped())
    }

    /// The source distribution before it is compressed, for tests that spoil it.
    package func writer() -> TarWriter {
        var writer = TarWriter()
        writer.addDirectory(stem)
        for (path, content) in files { writer.addFile("\(stem)/\(path)", content) }
        let text = metadataText ?? metadata.text
        if !text.isEmpty { writer.addFile("\(stem)/PKG-INFO", text) }
        return writer
    }
}

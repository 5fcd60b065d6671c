import CheeseboardTesting

/// What a distribution is to be: the project's table of a pyproject.toml, and the kind.
struct DistributionOrder: Decodable {
    /// The kinds of distributions.
    enum Kind: String, Decodable {
        case wheel
        case sdist
    }

    /// One extra with its requirements, in the order in which they are to stand.
    struct Extra: Decodable {
        let name: String
        let dependencies: [String]
    }

    let kind: Kind
    let name: String
    let version: String
    /// The tags of a wheel; pure Python's where none are said.
    let tag: String?
    let requiresPython: String?
    let dependencies: [String]?
    let extras: [Extra]?

    func make() -> (filename: String, bytes: [UInt8]) {
        switch kind {
        case .wheel:
            var builder = WheelBuilder(name: name, version: version)
            if let tag { builder.tag = tag }
            builder.metadata = metadata
            return builder.make()
        case .sdist:
            var builder = SourceDistributionBuilder(name: name, version: version)
            builder.metadata = metadata
            builder.files.removeAll { $0.path == "pyproject.toml" }
            builder.files.append(("pyproject.toml", Array(pyproject.utf8)))
            return builder.make()
        }
    }

    private var metadata: MetadataBuilder {
        var metadata = MetadataBuilder(name: name, version: version)
        metadata.requiresPython = requiresPython
        metadata.requiresDist = dependencies ?? []
        for extra in extras ?? [] {
            metadata.providesExtra.append(extra.name)
            metadata.requiresDist += extra.dependencies.map { Self.guarded($0, by: extra.name) }
        }
        return metadata
    }

    /// The file that a build backend reads; it says what PKG-INFO says.
    private var pyproject: String {
        var lines = [
            "[build-system]", #"requires = ["hatchling"]"#, #"build-backend = "hatchling.build""#,
            "", "[project]", "name = \(Self.quoted(name))", "version = \(Self.quoted(version))",
        ]
        if let requiresPython { lines.append("requires-python = \(Self.quoted(requiresPython))") }
        lines.append("dependencies = \(Self.list(dependencies ?? []))")
        lines += ["", "[project.optional-dependencies]"]
        for extra in extras ?? [] {
            lines.append("\(Self.quoted(extra.name)) = \(Self.list(extra.dependencies))")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func guarded(_ requirement: String, by extra: String) -> String {
        let parts = requirement.split(separator: ";", maxSplits: 1)
        guard parts.count == 2 else { return "\(requirement) ; extra == '\(extra)'" }
        return "\(parts[0]); (\(parts[1])) and extra == '\(extra)'"
    }

    private static func list(_ texts: [String]) -> String {
        "[" + texts.map(quoted).joined(separator: ", ") + "]"
    }

    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}

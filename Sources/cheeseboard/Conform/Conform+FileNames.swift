import PythonPackaging

extension Conform {
    /// `filename` → `name`, `version`, `build` and `tags` of a wheel.
    ///
    /// Names that no project may have are taken too, since `packaging` takes them.
    @Sendable static func wheel(_ question: ConformQuestion) throws -> Answer {
        let wheel = try WheelFilenameParts(question.text("filename"))
        return [
            "name": .text(ProjectName.normalize(wheel.name)),
            "version": .text(wheel.version.normalized),
            "build": buildTag(wheel.build),
            "tags": JSONValue(wheel.tags.map(\.description).sorted()),
        ]
    }

    /// `filename` → `name` and `version` of a source distribution; it has neither build nor tags.
    @Sendable static func sdist(_ question: ConformQuestion) throws -> Answer {
        let source = try SourceDistributionFilenameParts(question.text("filename"))
        return [
            "name": .text(ProjectName.normalize(source.name)),
            "version": .text(source.version.normalized),
            "build": .array([]),
            "tags": .array([]),
        ]
    }

    /// `tag` → `tags`, sorted.
    @Sendable static func tag(_ question: ConformQuestion) throws -> Answer {
        let tags = try CompatibilityTag.parse(question.text("tag"))
        return ["tags": JSONValue(tags.map(\.description).sorted())]
    }

    /// A number and what follows it; the number as text if JSON readers could not hold it.
    private static func buildTag(_ build: BuildTag?) -> JSONValue {
        guard let build else { return .array([]) }
        let number =
            build.number.value.flatMap { Int(exactly: $0) }.map(JSONValue.integer)
            ?? .text(build.number.description)
        return .array([number, .text(build.suffix)])
    }
}

extension Conform {
    typealias Operation = @Sendable (ConformQuestion) throws -> Answer

    /// Every operation by its name.
    ///
    /// The first ones are an interface that others rely on; the rest put the remaining rules of
    /// the Python library `packaging` to the test.
    static let operations: [String: Operation] = [
        "version": version,
        "compare": compare,
        "specifier": specifier,
        "requirement": requirement,
        "marker": marker,
        "name": name,
        "wheel": wheel,
        "sdist": sdist,
        "license": license,
        "metadata": metadata,

        "version-parts": versionParts,
        "name-check": nameCheck,
        "specifier-parts": specifierParts,
        "specifier-equal": specifierEqual,
        "filter": filter,
        "unsatisfiable": unsatisfiable,
        "marker-text": markerText,
        "marker-equal": markerEqual,
        "requirement-text": requirementText,
        "requirement-equal": requirementEqual,
        "tag": tag,
        "raw-metadata": rawMetadata,
    ]
}

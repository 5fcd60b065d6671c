/// The text of a METADATA or PKG-INFO file.
package struct MetadataBuilder {
    /// The version of the metadata.
    package var metadataVersion = "2.4"
    /// The project's name.
    package var name: String
    /// The version.
    package var version: String
    /// The one-line summary.
    package var summary: String?
    /// The Python versions that the release is for.
    package var requiresPython: String?
    /// The dependencies.
    package var requiresDist: [String] = []
    /// The extras.
    package var providesExtra: [String] = []
    /// Further fields, in order.
    package var fields: [(name: String, value: String)] = []
    /// The description, after an empty line.
    package var description: String?

    /// A minimal text.
    package init(name: String, version: String) {
        self.name = name
        self.version = version
    }

    /// The whole text.
    package var text: String {
        var lines = [
            "Metadata-Version: \(metadataVersion)", "Name: \(name)", "Version: \(version)",
        ]
        if let summary { lines.append("Summary: \(summary)") }
        if let requiresPython { lines.append("Requires-Python: \(requiresPython)") }
        lines += requiresDist.map { "Requires-Dist: \($0)" }
        lines += providesExtra.map { "Provides-Extra: \($0)" }
        lines += fields.map { "\($0.name): \($0.value)" }
        return lines.joined(separator: "\n") + "\n" + (description.map { "\n\($0)" } ?? "")
    }
}

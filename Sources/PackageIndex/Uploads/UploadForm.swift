package import PythonPackaging

/// The fields of an upload's form, as clients send them, apart from the file itself.
package struct UploadForm: Sendable {
    /// The name that the client gave the file.
    package let filename: String
    /// The content type of the file's part; some clients send none.
    package let contentType: String?
    private let fields: [String: [String]]

    /// Takes the fields as they came.
    ///
    /// A value that is empty or the word UNKNOWN counts as absent, as it has since distutils, and a
    /// NUL is written out.
    package init(
        fields: [(name: String, value: String)], filename: String, contentType: String?
    ) {
        var kept: [String: [String]] = [:]
        for (name, value) in fields {
            let value = value.replacing("\0", with: "\\x00")
            let bare = value.trimmingWhitespace
            guard !bare.isEmpty, bare != "UNKNOWN" else { continue }
            kept[Self.singular[name] ?? name, default: []].append(value)
        }
        self.fields = kept
        self.filename = filename
        self.contentType = contentType
    }

    /// Every value of a field, in the order sent.
    package func values(_ name: String) -> [String] { fields[name] ?? [] }

    /// The one value of a field; refused where it was sent with different values.
    package func value(_ name: String) throws -> String? {
        let values = self.values(name)
        guard values.dropFirst().allSatisfy({ $0 == values[0] }) else {
            throw Refusal(.fieldRepeated, "\(name): the field has several values.")
        }
        return values.first
    }

    /// The one value of a field that must be there.
    package func required(_ name: String) throws -> String {
        guard let value = try value(name) else {
            throw Refusal(.fieldMissing, "\(name): the field is required.")
        }
        return value
    }

    /// The project that the form names.
    package func projectName() throws -> ProjectName {
        let text = try required("name")
        do throws(ProjectName.Invalid) {
            return try ProjectName(text)
        } catch {
            throw Refusal(.nameInvalid, "name: '\(Shown.short(text))' is invalid. \(error.message)")
        }
    }

    /// Clients disagree whether these names are singular or plural; both are read as the first.
    private static let singular = [
        "import_names": "import_name", "import_namespaces": "import_namespace",
        "license_files": "license_file", "platforms": "platform",
        "supported_platforms": "supported_platform", "classifier": "classifiers",
        "project_url": "project_urls",
    ]
}

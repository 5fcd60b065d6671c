extension MetadataField {
    /// What the value of a field is made of.
    public enum Shape: Hashable, Sendable {
        /// One text; the field may stand once.
        case text

        /// A text for each time the field stands.
        case list

        /// Words with commas between them; the field may stand once.
        case words

        /// A label and an address for each time the field stands.
        case links
    }

    /// What the value of the field is made of.
    public var shape: Shape {
        switch self {
        case .metadataVersion, .name, .version, .summary, .description, .descriptionContentType,
            .homePage, .downloadURL, .author, .authorEmail, .maintainer, .maintainerEmail, .license,
            .licenseExpression, .requiresPython:
            .text
        case .keywords: .words
        case .projectURL: .links
        case .dynamic, .platform, .supportedPlatform, .licenseFile, .classifier, .requiresDist,
            .requiresExternal, .providesExtra, .providesDist, .obsoletesDist, .importName,
            .importNamespace, .requires, .provides, .obsoletes:
            .list
        }
    }

    /// The name of the field in JSON: lower case, `_` for `-`, a plural where it may stand often.
    ///
    /// These are the names that Python's `packaging` uses, as `requires_dist` and `classifiers`.
    public var key: String {
        switch self {
        case .platform: "platforms"
        case .supportedPlatform: "supported_platforms"
        case .licenseFile: "license_files"
        case .classifier: "classifiers"
        case .projectURL: "project_urls"
        case .importName: "import_names"
        case .importNamespace: "import_namespaces"
        default:
            String(
                decoding: rawValue.utf8.map {
                    $0 == UInt8(ascii: "-") ? UInt8(ascii: "_") : $0.asciiLowercased
                }, as: UTF8.self)
        }
    }

    /// The version of the metadata format that brought the field.
    public var since: MetadataVersion {
        switch self {
        case .metadataVersion, .name, .version, .platform, .summary, .description, .keywords,
            .homePage, .author, .authorEmail, .license:
            .v1_0
        case .supportedPlatform, .downloadURL, .classifier, .requires, .provides, .obsoletes:
            .v1_1
        case .maintainer, .maintainerEmail, .requiresDist, .requiresPython, .requiresExternal,
            .projectURL, .providesDist, .obsoletesDist:
            .v1_2
        case .descriptionContentType, .providesExtra: .v2_1
        case .dynamic: .v2_2
        case .licenseExpression, .licenseFile: .v2_4
        case .importName, .importNamespace: .v2_5
        }
    }
}

/// The packages of an SBOM of SPDX 3 in JSON, whose elements stand side by side in one graph.
///
/// Specification: <https://spdx.github.io/spdx-spec/v3.0.1/serializations/>.
struct SPDX3Document: Decodable {
    /// The packages, in the order of the file.
    let components: [SBOMReport.Component]

    private enum CodingKeys: String, CodingKey {
        case graph = "@graph"
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let elements = try container.decode([Element].self, forKey: .graph)
        // JSON-LD can write the same with other keys, and would then seem to list nothing.
        guard elements.contains(where: \.hasType) else {
            throw DecodingError.dataCorruptedError(
                forKey: .graph, in: container, debugDescription: "no element has a type")
        }
        components = elements.compactMap(\.component)
    }

    /// What a document says of its form: the address of SPDX's context, alone or among others.
    struct Context: Decodable {
        /// The version of the specification, as in `3.0.1`.
        let version: String

        private enum CodingKeys: String, CodingKey {
            case context = "@context"
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            let contexts =
                if let one = try? container.decode(String.self, forKey: .context) {
                    [one]
                } else {
                    try container.decode([Address].self, forKey: .context).compactMap(\.text)
                }
            guard let version = contexts.lazy.compactMap(Self.version).first else {
                throw DecodingError.dataCorruptedError(
                    forKey: .context, in: container, debugDescription: "it is not SPDX 3's")
            }
            self.version = version
        }

        /// `3.0.1` of `https://spdx.org/rdf/3.0.1/spdx-context.jsonld`.
        private static func version(ofContext address: String) -> String? {
            let steps = address.split(separator: "/")
            guard steps.count == 5, steps[1] == "spdx.org", steps[2] == "rdf",
                steps[3].hasPrefix("3."), steps[3].utf8.count <= 16
            else { return nil }
            return String(steps[3])
        }
    }

    /// An address, or an own vocabulary.
    private struct Address: Decodable {
        let text: String?

        init(from decoder: any Decoder) throws {
            text = try? decoder.singleValueContainer().decode(String.self)
        }
    }

    private struct Element: Decodable {
        let hasType: Bool
        /// The package; nil for every other element: files, relationships, people.
        let component: SBOMReport.Component?

        private enum CodingKeys: String, CodingKey {
            case type, name
            case version = "software_packageVersion"
            case locator = "software_packageUrl"
            case identifiers = "externalIdentifier"
        }

        private struct Identifier: Decodable {
            let externalIdentifierType: String?
            let identifier: String?
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            let type = try container.decodeIfPresent(String.self, forKey: .type)
            hasType = type != nil
            guard type == "software_Package",
                let name = try container.decodeIfPresent(String.self, forKey: .name)
            else {
                component = nil
                return
            }
            let identifiers = try container.decodeIfPresent([Identifier].self, forKey: .identifiers)
            let named = identifiers?.first { $0.externalIdentifierType == "packageUrl" }
            component = SBOMReport.Component(
                name: name,
                version: try container.decodeIfPresent(String.self, forKey: .version),
                purl: try container.decodeIfPresent(String.self, forKey: .locator)
                    ?? named?.identifier)
        }
    }
}
